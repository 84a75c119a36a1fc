package se.koalition.actor.bad.actors;

import se.koalition.actor.bad.imports.File;

/** Depends on what depends on it. */
public record Firm(File file) {}
