package se.koalition.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a launcher tells other commands about itself.
 *
 * @param offset of its ports
 * @param controlPort where it takes orders, from those who know the secret
 */
record Running(int offset, int controlPort, String secret) {

    void write(Home home) {
        try {
            Files.writeString(file(home), JsonMapper.shared().writeValueAsString(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last launcher's, whether it still runs or not. */
    static Optional<Running> last(Home home) {
        try {
            return Optional.of(JsonMapper.shared().readValue(Files.readString(file(home)), Running.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static void forget(Home home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PidFile launcher(Home home) {
        return new PidFile(home.run("launcher"));
    }

    static Running required(Home home) {
        if (launcher(home).process().isEmpty()) {
            throw new Stop("Koalition is not running: ./koalition up starts it.");
        }
        return last(home).orElseThrow(() -> new Stop("Koalition is still starting: try again in a moment."));
    }

    private static Path file(Home home) {
        return home.run("launcher.json");
    }
}
