package se.koalition.portal.coverage;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.coverage.Coverage.Gap;
import se.koalition.portal.coverage.Coverage.Kind;
import se.koalition.portal.coverage.Coverage.Place;
import se.koalition.portal.coverage.Coverage.Reason;
import se.koalition.portal.coverage.Coverage.Suggestion;
import se.koalition.portal.coverage.Ground.Known;
import se.koalition.portal.readmodel.Sectors;
import se.koalition.portal.settings.Sweden;

/** Who is missing: the empty cells, ranked by the reasons for filling them, and by whether somebody is known who could. */
final class Missing {

    private static final String MUNICIPALITY = "municipality";
    private static final int SUGGESTIONS = 3;
    private static final int KNOWN_THERE = 3;
    private static final int KNOWN_NEAR = 1;

    private final Grid grid;
    private final @Nullable String theme;
    /** Those who could fill a gap, by their sector. */
    private final Map<String, List<Known>> outside;

    /** @param theme only those that named it fill a cell; null if any actor does */
    Missing(Grid grid, List<Known> outside, @Nullable String theme) {
        this.grid = grid;
        this.theme = theme;
        this.outside = outside.stream()
                .filter(actor -> grid.placeOf(actor) != null)
                .collect(Collectors.groupingBy(Known::sector));
    }

    /** All of them, the one that matters most first; equals by municipality as Swedish sorts, then by sector. */
    List<Gap> ranked() {
        return grid.places().stream()
                .flatMap(place -> Sectors.ALL.stream()
                        .filter(sector -> isEmpty(place, sector))
                        .map(sector -> gap(place, sector)))
                .sorted(comparingInt(Missing::weight)
                        .reversed()
                        .thenComparing(gap -> gap.municipality().name(), Sweden.order())
                        .thenComparingInt(gap -> Sectors.ALL.indexOf(gap.sector())))
                .toList();
    }

    private boolean isEmpty(Place place, String sector) {
        return grid.at(place, sector).stream().noneMatch(actor -> theme == null || grid.names(actor, theme));
    }

    private Gap gap(Place place, String sector) {
        return new Gap(place, sector, reasons(place, sector), suggestions(place, sector));
    }

    private List<Reason> reasons(Place place, String sector) {
        List<Reason> reasons = new ArrayList<>();
        int there = grid.at(place, sector).size();
        int sectorsThere = (int)
                Sectors.ALL.stream().filter(s -> !grid.at(place, s).isEmpty()).count();
        if (there > 0) {
            reasons.add(new Reason(Kind.THEME_NOT_NAMED, there, there));
        } else if (sectorsThere == 0) {
            reasons.add(Reason.of(Kind.MUNICIPALITY_ABSENT));
        }
        if (there == 0 && sector.equals(MUNICIPALITY)) {
            reasons.add(Reason.of(Kind.MUNICIPALITY_ITSELF_ABSENT));
        }
        if (there == 0 && sectorsThere * 2 > Sectors.ALL.size()) {
            reasons.add(new Reason(Kind.MOST_SECTORS_PRESENT, sectorsThere, Sectors.ALL.size()));
        }
        reasons.add(sectorAsAWhole(sector));
        return reasons.stream()
                .sorted(comparingInt((Reason reason) -> reason.kind().weight).reversed())
                .toList();
    }

    private Reason sectorAsAWhole(String sector) {
        int filled =
                (int) grid.places().stream().filter(p -> !isEmpty(p, sector)).count();
        return grid.has(sector)
                ? new Reason(Kind.SECTOR_ELSEWHERE, filled, grid.places().size())
                : Reason.of(Kind.SECTOR_ABSENT);
    }

    /** Of the same sector: from there first, then from elsewhere in the area; no municipality stands for another. */
    private List<Suggestion> suggestions(Place place, String sector) {
        return outside.getOrDefault(sector, List.of()).stream()
                .map(actor -> suggestion(actor, place))
                .filter(suggestion -> !suggestion.near() || !sector.equals(MUNICIPALITY))
                .sorted(comparing(Suggestion::near).thenComparing(Suggestion::name, Sweden.order()))
                .limit(SUGGESTIONS)
                .toList();
    }

    private Suggestion suggestion(Known actor, Place place) {
        Place home = Objects.requireNonNull(grid.placeOf(actor));
        return new Suggestion(actor.id(), actor.name(), home.name(), !home.equals(place), actor.coalitions());
    }

    private static int weight(Gap gap) {
        int known =
                gap.suggestions().isEmpty() ? 0 : gap.suggestions().getFirst().near() ? KNOWN_NEAR : KNOWN_THERE;
        return known
                + gap.reasons().stream()
                        .mapToInt(reason -> reason.kind().weight)
                        .sum();
    }
}
