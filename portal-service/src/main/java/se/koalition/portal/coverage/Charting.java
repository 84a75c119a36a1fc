package se.koalition.portal.coverage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.coverage.Coverage.Gap;
import se.koalition.portal.coverage.Coverage.Place;
import se.koalition.portal.coverage.Ground.Known;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.readmodel.Sectors;
import se.koalition.portal.settings.Sweden;

/** Charts a coalition from the read model. */
@Component
public class Charting {

    private static final int MOST_GAPS = 30;

    private final ReadModel model;
    private final Themes themes;

    Charting(ReadModel model, Themes themes) {
        this.model = model;
        this.themes = themes;
    }

    /**
     * A coalition's coverage; empty if there is no such coalition.
     *
     * @param theme count only actors that named it; one that nobody knows is taken as none
     * @param sector tell only its gaps
     */
    public Optional<Coverage> of(String coalitionId, @Nullable String theme, @Nullable String sector) {
        return model.coalition(coalitionId).map(coalition -> chart(ground(coalition), theme, sector));
    }

    static Coverage chart(Ground ground, @Nullable String theme, @Nullable String sector) {
        Grid grid = new Grid(ground);
        String shown = theme == null ? null : grid.shown(theme);
        List<Gap> gaps = new Missing(grid, ground.outside(), shown).ranked();
        return new Coverage(
                !ground.area().isEmpty(),
                shown,
                grid.themeCounts(),
                grid.withoutTheme(),
                Sectors.ALL,
                grid.rows(),
                gaps.size(),
                gaps.stream()
                        .filter(gap -> sector == null || gap.sector().equals(sector))
                        .limit(MOST_GAPS)
                        .toList());
    }

    private Ground ground(Coalition coalition) {
        Map<String, Set<String>> named = themes.ofActors(coalition.id());
        Map<String, String> names =
                model.coalitions().stream().collect(Collectors.toMap(Coalition::id, Coalition::name));
        List<Place> area = coalition.area().stream()
                .map(place -> new Place(place.code(), place.name()))
                .toList();
        return new Ground(
                area,
                coalition.themes(),
                known(model.actorsOf(coalition.id()), named, names),
                known(model.actorsOutside(coalition.id()), Map.of(), names));
    }

    private static List<Known> known(List<Actor> actors, Map<String, Set<String>> named, Map<String, String> names) {
        return actors.stream()
                .map(actor -> new Known(
                        actor.id(),
                        actor.name(),
                        actor.sector(),
                        actor.municipality(),
                        named.getOrDefault(actor.id(), Set.of()),
                        actor.participations().stream()
                                .map(p -> names.get(p.coalitionId()))
                                .filter(Objects::nonNull)
                                .sorted(Sweden.order())
                                .toList()))
                .toList();
    }
}
