package se.koalition.portal.coverage;

/**
 * A municipality that coalitions can cover.
 *
 * @param code of Statistics Sweden
 */
public record Municipality(String code, String name) {}
