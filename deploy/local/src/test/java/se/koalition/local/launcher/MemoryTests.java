package se.koalition.local.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTests {

    @TempDir
    private Path directory;

    @Test
    void tooLittleEndsWithWhatToDo() throws Exception {
        Path meminfo = Files.writeString(directory.resolve("meminfo"), "MemAvailable:    1048576 kB\n");
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> Memory.requireEnough(meminfo))
                .withMessageContaining("there is 1.0 GiB: close other programs");
    }

    @Test
    void aSystemThatDoesNotTellIsTrusted() {
        assertThatCode(() -> Memory.requireEnough(directory.resolve("none"))).doesNotThrowAnyException();
    }
}
