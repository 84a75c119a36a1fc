package se.koalition.actor.bad.http;

import se.koalition.actor.bad.members.Person;

/** Depends on a feature, and is public without need. */
public record Link(Person person) {}
