package se.koalition.insight.bad.directory;

import se.koalition.insight.bad.sharing.Telling;

/** Depends on a feature. */
public record Listing(Telling telling) {}
