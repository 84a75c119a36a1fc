package se.koalition.actor.bad.imports;

import se.koalition.actor.bad.coalitions.Gathering;

/** Depends on a feature beside it. */
record Reading(Gathering gathering) {}
