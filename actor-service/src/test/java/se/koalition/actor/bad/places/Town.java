package se.koalition.actor.bad.places;

import se.koalition.actor.bad.members.Person;

/** Depends on a feature. */
record Town(Person mayor) {}
