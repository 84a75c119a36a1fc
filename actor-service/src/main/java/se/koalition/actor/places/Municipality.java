package se.koalition.actor.places;

/**
 * A municipality as Statistics Sweden knows it.
 *
 * @param code four digits, the first two of which are the county's
 */
public record Municipality(String code, String name) {}
