package se.koalition.insight.bad.http;

import se.koalition.insight.bad.directory.Listing;

/** Depends on the directory, and is public without need. */
public record Link(Listing listing) {}
