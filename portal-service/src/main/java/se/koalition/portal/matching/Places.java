package se.koalition.portal.matching;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Finds out how far a posting reaches, from its municipality and its text. */
final class Places {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern EVERYWHERE = Pattern.compile(
            "hela (skåne|länet|regionen|landet|sverige)"
                    + "|[iv]art som helst|var som helst|digital|distans|online|nätet|video|zoom|teams|webb|telefon|chatt|skärm|via länk");
    private static final Set<String> REGION =
            Set.of("skåne", "skånes", "skånska", "länet", "länets", "regionen", "regionens");

    private static final int MOST_KNOWN = 100_000;

    private final List<Spot> spots =
            Lists.lines("places.txt").stream().map(Spot::of).toList();
    /** Words come again and again; most name no place. */
    private final Map<String, List<Spot>> known = new ConcurrentHashMap<>();

    /** How far it is, not that it is named twice, tells whether two postings go together. */
    boolean isPlace(String word) {
        return !named(word).isEmpty();
    }

    Reach of(Posting posting) {
        String text = (posting.title() + " " + posting.text()).toLowerCase(Locale.ROOT);
        List<String> words = WORDS.splitAsStream(text).distinct().toList();
        List<Spot> named =
                words.stream().flatMap(word -> named(word).stream()).distinct().toList();
        List<Spot> home = spots.stream()
                .filter(spot -> !spot.code().isEmpty() && spot.code().equals(posting.municipalityCode()))
                .toList();
        boolean region = named.isEmpty() && words.stream().anyMatch(REGION::contains);
        return new Reach(home, named, region || EVERYWHERE.matcher(text).find());
    }

    private List<Spot> named(String word) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(
                word, w -> spots.stream().filter(spot -> spot.isNamed(w)).toList());
    }

    /** A place on the map, by {@code places.txt}: a municipality, or without a code a part of the region. */
    record Spot(String code, List<Lists.Wording> names, double latitude, double longitude) {

        private static final double KILOMETRES_A_DEGREE = 111.2;

        static Spot of(String line) {
            String[] parts = line.split(";", -1);
            return new Spot(
                    parts[0],
                    COMMA.splitAsStream(parts[1]).map(Lists.Wording::of).toList(),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]));
        }

        boolean isNamed(String word) {
            return names.stream().anyMatch(name -> name.fits(word));
        }

        /** Within one region the earth is flat. */
        double kilometresTo(Spot other) {
            double north = (latitude - other.latitude) * KILOMETRES_A_DEGREE;
            double east = (longitude - other.longitude) * KILOMETRES_A_DEGREE * Math.cos(Math.toRadians(latitude));
            return Math.hypot(north, east);
        }
    }
}
