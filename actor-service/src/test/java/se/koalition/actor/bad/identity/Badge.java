package se.koalition.actor.bad.identity;

import se.koalition.actor.bad.members.Person;

/** Depends on a feature. */
record Badge(Person mayor) {}
