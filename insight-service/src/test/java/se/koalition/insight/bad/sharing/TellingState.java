package se.koalition.insight.bad.sharing;

/** As others know it. */
record TellingState(String id) {}
