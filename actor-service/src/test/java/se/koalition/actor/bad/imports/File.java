package se.koalition.actor.bad.imports;

/** Used from below. */
public final class File {}
