package se.koalition.actor.bad.imports;

import se.koalition.actor.bad.exchange.Wish;

/** Used from below, and depends on what is beside it. */
public record File(Wish wish) {}
