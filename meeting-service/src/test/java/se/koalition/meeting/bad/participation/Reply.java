package se.koalition.meeting.bad.participation;

/** Used from below. */
public final class Reply {}
