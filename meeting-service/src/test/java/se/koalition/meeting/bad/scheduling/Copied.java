package se.koalition.meeting.bad.scheduling;

/** Lets the wire's record into the domain. */
record Copied(GatheringState state) {}
