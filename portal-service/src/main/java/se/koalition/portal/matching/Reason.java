package se.koalition.portal.matching;

import java.util.List;

/** Why an offer is proposed, with what is needed to say it in words. */
public sealed interface Reason {

    /** Both are about these themes, as the need has them. */
    record SharedThemes(List<String> themes) implements Reason {
        public SharedThemes {
            themes = List.copyOf(themes);
        }
    }

    /** Both speak of the same, in these words of the need. */
    record SharedWords(List<String> words) implements Reason {
        public SharedWords {
            words = List.copyOf(words);
        }
    }

    /** Both are in the same municipality, or the offer names the need's. */
    record SameArea(String municipality) implements Reason {}

    /** The actors see things from different sides. */
    record DifferentSector(String needSector, String offerSector) implements Reason {}

    /** The actors have not met before. */
    record NeverMet() implements Reason {}
}
