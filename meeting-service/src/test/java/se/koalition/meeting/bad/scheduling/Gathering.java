package se.koalition.meeting.bad.scheduling;

import se.koalition.meeting.bad.participation.Reply;

/** Depends on what depends on it. */
public record Gathering(Reply reply) {}
