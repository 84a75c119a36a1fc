package se.koalition.actor.bad.coalitions;

/** As others know it. */
record GatheringState(String id) {}
