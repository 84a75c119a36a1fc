package se.koalition.portal.matching.kinds;

/**
 * A kind that a text is about.
 *
 * @param strength above 0: by how much it stands out, in standard deviations
 * @param word of the text, in lower case, that speaks most for it; empty if none can be told
 */
public record Meant(String kind, double strength, String word) {}
