package se.koalition.insight.bad.sharing;

/** Used from below. */
public final class Telling {}
