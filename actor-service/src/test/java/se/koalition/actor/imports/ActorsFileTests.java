package se.koalition.actor.imports;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.koalition.actor.actors.Profile;
import se.koalition.actor.actors.Sector;
import se.koalition.actor.http.InvalidInput;

/** Files as spreadsheets write them, and as people spoil them. */
class ActorsFileTests {

    private static final String EXPECTED_COLUMNS =
            " expected name, sector, municipality, organisationNumber, website, description, publicContact"
                    + " (or namn, sektor, kommun, organisationsnummer, webbplats, beskrivning, kontakt)";
    private static final String EXPECTED_SECTORS =
            " authority, region, municipality, academia, culture, civil-society, business"
                    + " (or myndighet, region, kommun, akademi, kultur, civilsamhälle, näringsliv)";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static List<Profile> read(String file) {
        return ActorsFile.read(file.getBytes(UTF_8));
    }

    private static Profile row(String name, Sector sector, @Nullable String municipality) {
        return Profile.of(name, sector, municipality);
    }

    private static void refused(String file, String message) {
        refused(file.getBytes(UTF_8), message);
    }

    private static void refused(byte[] file, String message) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> ActorsFile.read(file))
                .withMessage(message);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Förening " + i + ",culture\n")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,sector,municipality\nSkolan,municipality,Östervik\nTeatern,culture,\n",
                "namn;sektor;kommun\r\nSkolan;municipality;Östervik\r\nTeatern;culture;\r\n",
                "NAMN\tSEKTOR\tKommun\nSkolan\tmunicipality\tÖstervik\nTeatern\tculture",
                "\uFEFFkommun;name;sektor\nÖstervik;Skolan;municipality\n;Teatern;culture\n",
                "\n\nname;sector;municipality\n\nSkolan;municipality;Östervik\n;;\nTeatern;culture\n\n",
                " name , sector , municipality \n \"Skolan\" , municipality , Östervik\n Teatern , culture , \n"
            })
    void swedishOrEnglishHeadersAndAnyUsualDelimiterAreRead(String file) {
        assertThat(read(file))
                .containsExactly(row("Skolan", Sector.MUNICIPALITY, "Östervik"), row("Teatern", Sector.CULTURE, null));
    }

    @Test
    void theMunicipalityMayBeLeftOut() {
        assertThat(read("name,sector\nSkolan,academia\n")).containsExactly(row("Skolan", Sector.ACADEMIA, null));
    }

    @Test
    void whatIsQuotedMayHoldDelimitersAndQuotes() {
        assertThat(read("name;sector\n\"Kultur; \"\"Scen\"\" & <b>Bild</b>\";culture\n"))
                .containsExactly(row("Kultur; \"Scen\" & <b>Bild</b>", Sector.CULTURE, null));
    }

    @Test
    void namesBecomeTidy() {
        assertThat(read("name;sector\nRegion\u00a0 O\u0308st ;region\n"))
                .containsExactly(row("Region Öst", Sector.REGION, null));
    }

    @Test
    void whatAWindowsProgramWritesIsRead() {
        assertThat(ActorsFile.read("namn;sektor;kommun\nLärandet på ön;academia;Åmåla\n".getBytes(WINDOWS)))
                .containsExactly(row("Lärandet på ön", Sector.ACADEMIA, "Åmåla"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " ", "\uFEFF", "\n;;\n", "name;sector", "name;sector\n\n\n"})
    void aFileWithoutActorsIsRefused(String file) {
        refused(
                file,
                "line 1, column file: no actors were found;"
                        + " expected a header name;sector;municipality and a row for each");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sector;municipality   | line 1, column name: this column is missing",
                "name;municipality     | line 1, column sector: this column is missing",
                "name;sector;namn      | line 1, column name: this column stands there more than once",
                "name;sector;kommun;municipality"
                        + " | line 1, column municipality: this column stands there more than once",
                "name;sector;telefon   | line 1, column telefon: unknown column;" + EXPECTED_COLUMNS,
                "name;sector;          | line 1, column : unknown column;" + EXPECTED_COLUMNS,
            })
    void aHeaderThatCannotBeUsedIsNamed(String header, String message) {
        refused(header + "\nSkolan;academia;x;y\n", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";culture;        | line 3, column name: expected 1 to 200 characters",
                "Teatern;theatre; | line 3, column sector: expected one of" + EXPECTED_SECTORS,
                "Teatern          | line 3, column sector: expected one of" + EXPECTED_SECTORS,
                "Teatern;culture;Östervik;x | line 3, column row: has 4 cells, the header has 3",
                "SKOLAN;culture;  | line 3, column name: “SKOLAN” stands in the file already"
            })
    void aRowThatCannotBeUsedIsNamed(String row, String message) {
        refused("name;sector;municipality\nSkolan;academia;\n" + row + "\n", message);
    }

    @Test
    void namesThatMakeTheSameActorAreTheSameName() {
        refused(
                "name;sector\nRegion Öst;region\nregion\u00a0  o\u0308st;region\n",
                "line 3, column name: “region öst” stands in the file already");
    }

    @Test
    void linesAreCountedAsAnEditorShowsThem() {
        refused(
                "\nname;sector\n\n\"Skolan\nvid ån\";academia\n\nTeatern;theatre\n",
                "line 4, column name: must be one line with a letter or digit, without control or invisible characters");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> read("\nname;sector\r\n\r\nSkolan;academia\n\nTeatern;theatre\n"))
                .withMessageStartingWith("line 6, column sector");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Skolan;academia\n", "\"Skolan\"vid ån;academia\n", "\"Skolan;academia\nTeatern;culture"})
    void aQuotationMarkThatIsNotClosedIsNamedWhereItBegins(String row) {
        refused(
                "name;sector\nTeatern;culture\n\n" + row,
                "line 4, column row: a quotation mark is not closed, or something follows it");
    }

    @Test
    void whatIsNoTextIsRefused() {
        String message = ", column row: is not text in UTF-8; save the file as CSV UTF-8";

        refused("name;sector\nSkolan;academia\n".getBytes(UTF_16), "line 1" + message);
        refused("name;sector\nSkolan\0;academia\n", "line 2" + message);
        refused("name;sector\n\0Skolan;academia\n", "line 2" + message);
        refused(new byte[] {'n', 'a', 'm', 'n', '\n', (byte) 0x81}, "line 2" + message);
        refused(new byte[] {'P', 'K', 3, 4, 0, 0, 0}, "line 1" + message);
    }

    @Test
    void controlCharactersAreRefused() {
        refused(
                "name;sector;municipality\nSkolan;academia;Öster\u0007vik\n",
                "line 2, column municipality: must be one line with a letter or digit, without control or invisible characters");
        refused(
                "name;sector\nSko\u001blan;academia\n",
                "line 2, column name: must be one line with a letter or digit, without control or invisible characters");
    }

    @Test
    void whatIsTooLongIsRefusedAndTheLongestIsNot() {
        String name = "x".repeat(200);
        String municipality = "y".repeat(100);

        assertThat(read("name;sector;kommun\n" + name + ";culture;" + municipality))
                .containsExactly(row(name, Sector.CULTURE, municipality));
        refused("name;sector\n" + name + "x;culture\n", "line 2, column name: expected 1 to 200 characters");
        refused(
                "name;sector;kommun\nx;culture;" + municipality + "y\n",
                "line 2, column municipality: expected at most 100 characters");
    }

    @Test
    void fiveThousandActorsFitAndOneMoreDoesNot() {
        assertThat(read("name,sector\n" + rows(5_000))).hasSize(5_000);
        refused("name,sector\n" + rows(5_001), "line 5002, column row: a file may hold 5000 actors; split it");
    }

    @Test
    void allErrorsAreToldUpToTheFiftieth() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> read("name;sector\n;culture\nSkolan;school\n"))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(InvalidInput.Fault::field)
                        .containsExactly("line 2, column name", "line 3, column sector"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> read("name;sector;kommun\nx;;\n" + "a\u0007b;;a\u0007b\n".repeat(200)))
                .satisfies(refusal -> assertThat(refusal.errors()).hasSize(50));
    }

    @Test
    void everyColumnIsReadInEitherLanguage() {
        Profile malmo = new Profile(
                "Malmö stad",
                Sector.MUNICIPALITY,
                "Malmö",
                "212000-1124",
                "https://malmo.se/",
                "En stad.\nVid havet.",
                "040-34 10 00");

        assertThat(read("""
                        Namn;Sektor;Kommun;Organisationsnummer;Webbplats;Beskrivning;Kontakt
                        Malmö stad;Kommun;1280;2120001124;https://malmo.se/;"En stad.\r
                        Vid havet.";040-34 10 00
                        """)).containsExactly(malmo);
        assertThat(read("""
                        Public contact,description,Website,organisation_number,municipality,sector,name
                        040-34 10 00,"En stad.
                        Vid havet.",https://malmo.se/,16212000-1124,malmö,MUNICIPALITY,Malmö stad
                        """)).containsExactly(malmo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+46 40", "-1", "@sum", "\t=1", "'=1+1", "''@x", "＝1"})
    void anApostropheBeforeWhatASpreadsheetWouldRunIsTakenAway(String written) {
        assertThat(Cells.read("'" + written)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "''", "'s-Hertogenbosch", "=1+1", "-", "A'=1", "’=1"})
    void otherCellsAreAsTheyAre(String cell) {
        assertThat(Cells.read(cell)).isEqualTo(cell);
    }

    /** The portal's tests write the same file from the same actors. */
    @Test
    void whatThePortalExportsComesInUnchanged() throws IOException {
        assertThat(ActorsFile.read(Files.readAllBytes(Path.of("..", "contracts", "actors.csv"))))
                .containsExactly(
                        row("'=Citat", Sector.CIVIL_SOCIETY, null),
                        row("=HYPERLINK(\"https://evil.example\";\"Klicka\")", Sector.BUSINESS, null),
                        new Profile(
                                "Malmö stad",
                                Sector.MUNICIPALITY,
                                "Malmö",
                                "212000-1124",
                                "https://malmo.example",
                                "Driver skolor; \n\"alla\" sorter.",
                                "+46 40 34 10 00"),
                        row("Östra skolan", Sector.ACADEMIA, "Ystad"));
    }
}
