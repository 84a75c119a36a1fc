package se.koalition.actor.bad.reactions;

import se.koalition.actor.bad.exchange.Wish;

/** Depends on what depends on it. */
public record Heard(Wish wish) {}
