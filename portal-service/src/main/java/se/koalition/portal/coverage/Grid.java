package se.koalition.portal.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.coverage.Coverage.Cell;
import se.koalition.portal.coverage.Coverage.Place;
import se.koalition.portal.coverage.Coverage.Row;
import se.koalition.portal.coverage.Coverage.ThemeCount;
import se.koalition.portal.coverage.Ground.Known;
import se.koalition.portal.readmodel.Sectors;
import se.koalition.portal.settings.Sweden;

/** A coalition's actors by municipality and sector. */
final class Grid {

    private static final String ELSEWHERE = "";

    private final List<Place> places;
    private final Map<String, Place> byName;
    /** As it is shown, by how it is compared. */
    private final Map<String, String> themes = new LinkedHashMap<>();

    private final Map<Spot, List<Known>> spots;
    private final List<Known> actors;

    private record Spot(String municipality, String sector) {}

    Grid(Ground ground) {
        actors = ground.inside();
        places = sorted(ground.area().isEmpty() ? placesOf(actors) : ground.area());
        byName = places.stream().collect(Collectors.toMap(p -> plain(p.name()), p -> p, (one, same) -> one));
        spots = actors.stream().collect(Collectors.groupingBy(a -> spot(placeOf(a), a.sector())));
        ground.themes().forEach(theme -> themes.putIfAbsent(plain(theme), theme));
        actors.stream()
                .flatMap(a -> a.themes().stream())
                .sorted(Sweden.order())
                .forEach(theme -> themes.putIfAbsent(plain(theme), theme));
    }

    private static Spot spot(@Nullable Place place, String sector) {
        return new Spot(place == null ? ELSEWHERE : plain(place.name()), sector);
    }

    /** Where an actor is at home; null for one from outside the area, or of whom it is not known. */
    @Nullable Place placeOf(Known actor) {
        return actor.municipality() == null ? null : byName.get(plain(actor.municipality()));
    }

    private static List<Place> placesOf(List<Known> actors) {
        return actors.stream()
                .map(Known::municipality)
                .filter(Objects::nonNull)
                .distinct()
                .map(name -> new Place(null, name))
                .toList();
    }

    private static List<Place> sorted(List<Place> places) {
        return places.stream()
                .sorted(Comparator.comparing(Place::name, Sweden.order()))
                .toList();
    }

    /** Names and themes that differ in capitals only are the same. */
    static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    List<Place> places() {
        return places;
    }

    /** The theme as it is shown here, however it is capitalised; null if nobody knows it. */
    @Nullable String shown(String theme) {
        return themes.get(plain(theme));
    }

    List<Known> at(@Nullable Place place, String sector) {
        return spots.getOrDefault(spot(place, sector), List.of());
    }

    /** Whether any actor is of this sector, wherever it is. */
    boolean has(String sector) {
        return actors.stream().anyMatch(actor -> actor.sector().equals(sector));
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        places.forEach(place -> rows.add(row(place)));
        rows.add(row(null));
        return List.copyOf(rows);
    }

    private Row row(@Nullable Place place) {
        return new Row(
                place,
                Sectors.ALL.stream()
                        .map(sector -> cell(sector, at(place, sector)))
                        .toList());
    }

    private Cell cell(String sector, List<Known> here) {
        Map<String, Integer> counts = new TreeMap<>(Sweden.order());
        here.forEach(actor -> named(actor).forEach(theme -> counts.merge(theme, 1, Integer::sum)));
        return new Cell(sector, here.size(), counts);
    }

    private Stream<String> named(Known actor) {
        return actor.themes().stream().map(this::shown).filter(Objects::nonNull).distinct();
    }

    boolean names(Known actor, String theme) {
        return named(actor).anyMatch(theme::equals);
    }

    List<ThemeCount> themeCounts() {
        return themes.values().stream()
                .map(theme -> new ThemeCount(theme, (int)
                        actors.stream().filter(a -> names(a, theme)).count()))
                .toList();
    }

    int withoutTheme() {
        return (int) actors.stream().filter(actor -> actor.themes().isEmpty()).count();
    }
}
