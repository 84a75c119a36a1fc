package se.koalition.actor.imports;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.koalition.actor.actors.Sector;

/** How files name sectors: as the API does, or in Swedish as the pages do, in whatever case. */
final class SectorWords {

    static final String EXPECTED = "expected one of " + Sector.all()
            + " (or myndighet, region, kommun, akademi, kultur, civilsamhälle, näringsliv)";

    private static final Map<String, Sector> SWEDISH = Map.of(
            "myndighet", Sector.AUTHORITY,
            "region", Sector.REGION,
            "kommun", Sector.MUNICIPALITY,
            "akademi", Sector.ACADEMIA,
            "kultur", Sector.CULTURE,
            "civilsamhälle", Sector.CIVIL_SOCIETY,
            "näringsliv", Sector.BUSINESS);

    private SectorWords() {}

    static Optional<Sector> read(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Sector.of(lower).or(() -> Optional.ofNullable(SWEDISH.get(lower)));
    }
}
