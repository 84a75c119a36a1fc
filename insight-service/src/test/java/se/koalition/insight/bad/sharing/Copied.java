package se.koalition.insight.bad.sharing;

/** Lets the wire's record into the domain. */
record Copied(TellingState state) {}
