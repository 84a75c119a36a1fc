package se.koalition.actor.bad.reactions;

import se.koalition.actor.bad.members.Person;

/** Depends on a feature. */
record Reflex(Person mayor) {}
