package se.koalition.actor.coalitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.places.Municipality;

/**
 * What a coalition is about, in its coordinators' words.
 *
 * @param themes what it works with, each in a word or two
 * @param area the municipalities that it means to cover, by code
 */
record Description(
        String name,
        String challenge,
        @Nullable String background,
        List<String> purposes,
        @Nullable String period,
        List<String> themes,
        List<Municipality> area) {

    /** Coalitions that were started earlier have neither themes nor area in the store. */
    Description {
        themes = Objects.requireNonNullElse(themes, List.of());
        area = Objects.requireNonNullElse(area, List.of());
    }

    /** Names of the fields that are other than before. */
    List<String> changedFrom(Description before) {
        List<String> changed = new ArrayList<>();
        note(changed, "name", name, before.name);
        note(changed, "challenge", challenge, before.challenge);
        note(changed, "background", background, before.background);
        note(changed, "purposes", purposes, before.purposes);
        note(changed, "period", period, before.period);
        note(changed, "themes", themes, before.themes);
        note(changed, "area", area, before.area);
        return List.copyOf(changed);
    }

    private static void note(List<String> changed, String field, @Nullable Object now, @Nullable Object before) {
        if (!Objects.equals(now, before)) {
            changed.add(field);
        }
    }
}
