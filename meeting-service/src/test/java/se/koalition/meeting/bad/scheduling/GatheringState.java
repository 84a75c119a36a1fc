package se.koalition.meeting.bad.scheduling;

/** As others know it. */
record GatheringState(String id) {}
