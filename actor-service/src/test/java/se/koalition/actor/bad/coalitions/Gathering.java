package se.koalition.actor.bad.coalitions;

import se.koalition.actor.bad.imports.File;

/** Depends on what depends on it. */
public record Gathering(File file) {}
