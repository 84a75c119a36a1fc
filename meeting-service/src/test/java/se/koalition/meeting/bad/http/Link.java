package se.koalition.meeting.bad.http;

import se.koalition.meeting.bad.directory.Listing;

/** Depends on the directory, and is public without need. */
public record Link(Listing listing) {}
