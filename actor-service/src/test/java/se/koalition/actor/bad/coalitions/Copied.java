package se.koalition.actor.bad.coalitions;

/** Lets the wire's record into the domain. */
record Copied(GatheringState state) {}
