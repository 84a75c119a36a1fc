package se.koalition.actor.bad.members;

import se.koalition.actor.bad.actors.Firm;

/** Depends on another feature. */
public record Person(Firm firm) {}
