package se.koalition.actor.bad.coalitions;

import se.koalition.actor.bad.imports.File;

/** Depends on a feature beside it. */
public record Gathering(File file) {}
