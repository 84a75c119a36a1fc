package se.koalition.actor.bad.actors;

import se.koalition.actor.bad.coalitions.Gathering;

/** Depends on what depends on it. */
public record Firm(Gathering gathering) {}
