package se.koalition.actor.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.koalition.actor.actors.Profile;
import se.koalition.actor.http.InvalidInput;

/** Files as programs and people spoil them, each named after its defect and kept byte by byte. */
class HostileFilesTests {

    private static final Path FILES = Path.of("src", "test", "resources", "imports");

    static Stream<Arguments> expected() throws IOException {
        return Files.readAllLines(FILES.resolve("expected.txt"), UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arguments.of((Object[]) line.split(" \\| ", 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void isReadOrRefusedWithAReason(String file, String expected) throws IOException {
        assertThat(outcome(Files.readAllBytes(FILES.resolve(file)))).isEqualTo(expected);
    }

    private static String outcome(byte[] content) {
        try {
            return "ok: " + ActorsFile.read(content).stream().map(Profile::name).collect(Collectors.joining(", "));
        } catch (InvalidInput refused) {
            assertThat(refused.errors())
                    .hasSizeLessThanOrEqualTo(50)
                    .allSatisfy(fault -> assertThat(fault.code())
                            .as("for who tells it in other words")
                            .isNotEmpty());
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    void everyFileIsExpectedToBeSomething() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".csv")))
                    .hasSizeGreaterThanOrEqualTo(30)
                    .containsExactlyInAnyOrderElementsOf(
                            expected().map(e -> String.valueOf(e.get()[0])).toList());
        }
    }
}
