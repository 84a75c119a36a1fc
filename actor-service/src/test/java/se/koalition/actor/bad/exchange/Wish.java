package se.koalition.actor.bad.exchange;

import se.koalition.actor.bad.imports.File;

/** Used from below, and depends on what is beside it. */
public record Wish(File file) {}
