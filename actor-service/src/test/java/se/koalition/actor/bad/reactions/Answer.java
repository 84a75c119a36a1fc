package se.koalition.actor.bad.reactions;

import se.koalition.actor.bad.members.Person;

record Answer(Person knowsMembers) {}
