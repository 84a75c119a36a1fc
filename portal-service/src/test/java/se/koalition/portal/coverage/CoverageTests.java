package se.koalition.portal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.koalition.portal.coverage.Coverage.Gap;
import se.koalition.portal.coverage.Coverage.Kind;
import se.koalition.portal.coverage.Coverage.Place;
import se.koalition.portal.coverage.Coverage.Reason;
import se.koalition.portal.coverage.Coverage.Row;
import se.koalition.portal.coverage.Coverage.Suggestion;
import se.koalition.portal.coverage.Coverage.ThemeCount;
import se.koalition.portal.coverage.Ground.Known;

/** Where a coalition's actors are, and who is missing. */
class CoverageTests {

    private static final Place MALMO = new Place("1280", "Malmö");
    private static final Place ANGELHOLM = new Place("1292", "Ängelholm");
    private static final Place LUND = new Place("1281", "Lund");
    private static final Known STADEN = actor("Malmö stad", "municipality", "Malmö", "läsning");
    private static final Known SCENEN = actor("Scenen", "culture", "MALMÖ");
    private static final Known MUSEET = actor("Museet", "culture", "malmö ", "Läsning", "samverkan");
    private static final Known VERKET = actor("Verket", "authority", "Solna");
    private static final Known KOMMUNEN = actor("Lunds kommun", "municipality", "Lund");
    private static final Known NATVERKET = actor("Nätverket", "civil-society", null);

    private static Known actor(String name, String sector, @Nullable String municipality, String... themes) {
        return new Known("id of " + name, name, sector, municipality, Set.of(themes), List.of("Skånekoalitionen"));
    }

    private static Ground ground(List<Known> outside, Known... inside) {
        return new Ground(List.of(ANGELHOLM, MALMO, LUND), List.of("läsning", "frånvaro"), List.of(inside), outside);
    }

    private static Coverage chart(Known... inside) {
        return Charting.chart(ground(List.of(), inside), null, null);
    }

    private static int count(Coverage coverage, @Nullable String municipality, String sector, @Nullable String theme) {
        Row row = coverage.rows().stream()
                .filter(r -> municipality == null
                        ? r.municipality() == null
                        : r.municipality() != null && r.municipality().name().equals(municipality))
                .findFirst()
                .orElseThrow();
        return row.cells().stream()
                .filter(cell -> cell.sector().equals(sector))
                .findFirst()
                .orElseThrow()
                .count(theme);
    }

    private static Gap gap(Coverage coverage, Place place, String sector) {
        return coverage.missing().stream()
                .filter(g -> g.municipality().equals(place) && g.sector().equals(sector))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyMunicipalityOfTheAreaHasARowAsSwedishSortsAndEverySectorACell() {
        Coverage coverage = chart(STADEN);

        assertThat(coverage.areaSet()).isTrue();
        assertThat(coverage.rows()).extracting(Row::municipality).containsExactly(LUND, MALMO, ANGELHOLM, null);
        assertThat(coverage.rows()).allSatisfy(row -> assertThat(row.cells()).hasSize(7));
        assertThat(coverage.blanks()).isEqualTo(3 * 7 - 1);
    }

    @Test
    void actorsCountInTheirCellHoweverTheirPlaceIsTypedAndElsewhereBesideTheArea() {
        Coverage coverage = chart(STADEN, SCENEN, MUSEET, VERKET, NATVERKET);

        assertThat(count(coverage, "Malmö", "culture", null)).isEqualTo(2);
        assertThat(count(coverage, "Malmö", "municipality", null)).isOne();
        assertThat(count(coverage, "Lund", "culture", null)).isZero();
        assertThat(count(coverage, null, "authority", null)).isOne();
        assertThat(count(coverage, null, "civil-society", null)).isOne();
    }

    @Test
    void themesAreTheThirdDimensionTheCoalitionsOwnFirst() {
        Coverage coverage = chart(STADEN, SCENEN, MUSEET);

        assertThat(coverage.themes())
                .containsExactly(
                        new ThemeCount("läsning", 2), new ThemeCount("frånvaro", 0), new ThemeCount("samverkan", 1));
        assertThat(coverage.withoutTheme()).isOne();
        assertThat(count(coverage, "Malmö", "culture", "läsning")).isOne();
        assertThat(count(coverage, "Malmö", "culture", "frånvaro")).isZero();
    }

    @Test
    void withoutAnAreaTheRowsAreTheActorsMunicipalities() {
        Coverage coverage = Charting.chart(
                new Ground(List.of(), List.of(), List.of(STADEN, VERKET, NATVERKET), List.of()), null, null);

        assertThat(coverage.areaSet()).isFalse();
        assertThat(coverage.rows())
                .extracting(Row::municipality)
                .containsExactly(new Place(null, "Malmö"), new Place(null, "Solna"), null);
    }

    @Test
    void aCoalitionWithoutActorsMissesEverybody() {
        Coverage coverage = chart();

        assertThat(coverage.blanks()).isEqualTo(21);
        assertThat(coverage.missing()).hasSize(21);
        assertThat(coverage.missing().getFirst().reasons())
                .containsExactly(
                        Reason.of(Kind.SECTOR_ABSENT),
                        Reason.of(Kind.MUNICIPALITY_ABSENT),
                        Reason.of(Kind.MUNICIPALITY_ITSELF_ABSENT));
        assertThat(Charting.chart(new Ground(List.of(), List.of(), List.of(), List.of()), null, null)
                        .missing())
                .isEmpty();
    }

    @Test
    void aGapSaysWhyItMatters() {
        Coverage coverage = chart(STADEN, SCENEN);

        assertThat(gap(coverage, LUND, "municipality").reasons())
                .containsExactly(
                        Reason.of(Kind.MUNICIPALITY_ABSENT),
                        Reason.of(Kind.MUNICIPALITY_ITSELF_ABSENT),
                        new Reason(Kind.SECTOR_ELSEWHERE, 1, 3));
        assertThat(gap(coverage, MALMO, "region").reasons()).containsExactly(Reason.of(Kind.SECTOR_ABSENT));
        assertThat(gap(coverage, LUND, "culture").reasons())
                .containsExactly(Reason.of(Kind.MUNICIPALITY_ABSENT), new Reason(Kind.SECTOR_ELSEWHERE, 1, 3));
    }

    @Test
    void aMunicipalityThatIsAlmostCoveredSaysSo() {
        Coverage coverage = chart(
                STADEN,
                SCENEN,
                actor("Länsstyrelsen", "authority", "Malmö"),
                actor("Högskolan", "academia", "Malmö"),
                actor("Region Skåne", "region", "Kristianstad"));

        assertThat(gap(coverage, MALMO, "region").reasons())
                .containsExactly(new Reason(Kind.MOST_SECTORS_PRESENT, 4, 7), new Reason(Kind.SECTOR_ELSEWHERE, 0, 3));
    }

    @Test
    void sectorsThatAreAbsentComeFirstThenMunicipalitiesAndEqualsInTheirOrder() {
        Coverage coverage = chart(
                STADEN,
                SCENEN,
                VERKET,
                NATVERKET,
                actor("Region Skåne", "region", "Malmö"),
                actor("Högskolan", "academia", "Malmö"));

        assertThat(coverage.missing().stream().limit(4))
                .extracting(g -> g.municipality().name() + " " + g.sector())
                .containsExactly("Lund business", "Ängelholm business", "Malmö business", "Lund municipality");
        assertThat(Charting.chart(ground(List.of(), STADEN, SCENEN), null, "culture")
                        .missing())
                .extracting(Gap::sector)
                .containsOnly("culture");
    }

    @Test
    void whoIsKnownFromElsewhereIsSuggestedFromTheSamePlaceFirst() {
        Known near = actor("Arenan", "culture", "Malmö");
        Known there = actor("Östra teatern", "culture", "Lund");
        Coverage coverage = Charting.chart(
                ground(List.of(near, there, KOMMUNEN, actor("Operan", "culture", "Stockholm"), NATVERKET), STADEN),
                null,
                null);

        assertThat(gap(coverage, LUND, "culture").suggestions())
                .containsExactly(
                        new Suggestion(
                                "id of Östra teatern", "Östra teatern", "Lund", false, List.of("Skånekoalitionen")),
                        new Suggestion("id of Arenan", "Arenan", "Malmö", true, List.of("Skånekoalitionen")));
        assertThat(gap(coverage, LUND, "municipality").suggestions())
                .extracting(Suggestion::name)
                .containsExactly("Lunds kommun");
        assertThat(gap(coverage, ANGELHOLM, "municipality").suggestions())
                .as("no municipality stands for another")
                .isEmpty();
        assertThat(gap(coverage, LUND, "civil-society").suggestions()).isEmpty();
        assertThat(coverage.missing().getFirst()).isEqualTo(gap(coverage, LUND, "culture"));
    }

    @Test
    void forAThemeOnlyThoseWhoNameItFillACellAndTheOthersAreToBeAsked() {
        Coverage coverage = Charting.chart(ground(List.of(), STADEN, SCENEN, VERKET), "LÄSNING", null);

        assertThat(coverage.theme()).isEqualTo("läsning");
        assertThat(coverage.blanks()).isEqualTo(20);
        assertThat(gap(coverage, MALMO, "culture").reasons())
                .containsExactly(new Reason(Kind.THEME_NOT_NAMED, 1, 1), new Reason(Kind.SECTOR_ELSEWHERE, 0, 3));
        assertThat(Charting.chart(ground(List.of(), STADEN), "unknown", null).theme())
                .isNull();
    }

    @Test
    void theShippedMunicipalitiesAreThoseOfSkaneInSwedishOrder() {
        assertThat(Municipalities.ALL).hasSize(33).contains(new Municipality("1280", "Malmö"));
        assertThat(Municipalities.ALL.getLast().name()).isEqualTo("Östra Göinge");
    }
}
