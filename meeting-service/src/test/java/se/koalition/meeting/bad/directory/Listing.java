package se.koalition.meeting.bad.directory;

import se.koalition.meeting.bad.scheduling.Gathering;

/** Depends on a feature. */
public record Listing(Gathering gathering) {}
