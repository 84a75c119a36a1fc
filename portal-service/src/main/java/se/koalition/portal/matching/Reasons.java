package se.koalition.portal.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells why an offer is proposed for a need. */
final class Reasons {

    private static final int MOST_WORDS = 3;

    private Reasons() {}

    static List<Reason> of(Scales.Weighed need, Scales.Weighed offer, boolean met) {
        List<Reason> reasons = new ArrayList<>();
        List<String> themes = themes(need, offer);
        if (!themes.isEmpty()) {
            reasons.add(new Reason.SharedThemes(themes));
        }
        List<String> words = words(need, offer, themes);
        if (!words.isEmpty()) {
            reasons.add(new Reason.SharedWords(words));
        }
        String area = area(need, offer);
        if (area != null) {
            reasons.add(new Reason.SameArea(area));
        }
        if (!need.posting().sector().equals(offer.posting().sector())) {
            reasons.add(new Reason.DifferentSector(
                    need.posting().sector(), offer.posting().sector()));
        }
        if (!met) {
            reasons.add(new Reason.NeverMet());
        }
        return reasons;
    }

    /** Those of the need that a theme of the offer speaks of too. */
    private static List<String> themes(Scales.Weighed need, Scales.Weighed offer) {
        return need.posting().themes().stream()
                .filter(theme -> !Collections.disjoint(
                        need.read().ofTheme(theme), offer.read().ofThemes()))
                .toList();
    }

    /** The need's words for what weighs most in the likeness. */
    private static List<String> words(Scales.Weighed need, Scales.Weighed offer, List<String> themes) {
        Set<String> said =
                themes.stream().map(theme -> theme.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return need.vector().keySet().stream()
                .filter(offer.vector()::containsKey)
                .sorted(Comparator.comparingDouble((String f) -> -weight(need, f) * weight(offer, f))
                        .thenComparing(f -> f))
                .map(need.read()::word)
                .distinct()
                .filter(word -> !word.isEmpty() && !said.contains(word))
                .limit(MOST_WORDS)
                .toList();
    }

    private static double weight(Scales.Weighed posting, String feature) {
        return posting.vector().getOrDefault(feature, 0.0);
    }

    private static @Nullable String area(Scales.Weighed need, Scales.Weighed offer) {
        String here = need.posting().municipality();
        String there = offer.posting().municipality();
        boolean sameName = here != null && here.equalsIgnoreCase(Objects.requireNonNullElse(there, ""));
        return sameName || need.read().reach().isSharedWith(offer.read().reach()) ? here : null;
    }
}
