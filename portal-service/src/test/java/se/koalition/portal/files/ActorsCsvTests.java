package se.koalition.portal.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.koalition.portal.readmodel.Actor;

/** What coordinators take away opens in a spreadsheet, runs nothing there, and can come back. */
class ActorsCsvTests {

    private static Actor actor(String name, String sector, @Nullable String municipality) {
        return new Actor(1, name, name, sector, municipality, null, null, null, null, null, List.of(), List.of(), null);
    }

    /** actor-service's tests take the same file in and find the same actors. */
    @Test
    void theFileIsAsTheContractHasIt() throws IOException {
        Actor malmo = new Actor(
                1,
                "m",
                "Malmö stad",
                "municipality",
                "Malmö",
                "1280",
                "212000-1124",
                "https://malmo.example",
                "Driver skolor; \n\"alla\" sorter.",
                "+46 40 34 10 00",
                List.of(),
                List.of(),
                null);
        List<Actor> actors = List.of(
                actor("Östra skolan", "academia", "Ystad"),
                malmo,
                actor("=HYPERLINK(\"https://evil.example\";\"Klicka\")", "business", null),
                actor("'=Citat", "civil-society", null));

        assertThat(new String(ActorsCsv.write(actors, true), UTF_8))
                .isEqualTo(Files.readString(Path.of("..", "contracts", "actors.csv")));
    }

    @Test
    void anEnglishReaderGetsTheWordsOfTheApi() {
        assertThat(new String(ActorsCsv.write(List.of(actor("Teatern", "culture", null)), false), UTF_8))
                .isEqualTo("\uFEFF" + """
                        name;sector;municipality;organisationNumber;website;description;publicContact\r
                        Teatern;culture;;;;;\r
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@a", "＝1", "＋1", "－1", "＠a", "'=1", "''-1"})
    void whatASpreadsheetWouldRunStandsBehindAnApostrophe(String name) {
        assertThat(new String(ActorsCsv.write(List.of(actor(name, "culture", null)), true), UTF_8))
                .contains("\"'" + name + "\"");
    }
}
