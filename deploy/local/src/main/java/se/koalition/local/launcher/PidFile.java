package se.koalition.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Remembers a process over the death of its parent, by id and time of start: ids are used again. */
record PidFile(Path file) {

    private static final Pattern BLANK = Pattern.compile(" ");

    void write(ProcessHandle process) {
        try {
            Files.writeString(file, process.pid() + " " + started(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ProcessHandle> process() {
        try {
            String[] words = BLANK.split(Files.readString(file).strip(), -1);
            if (words.length != 2) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> started(process) == Long.parseLong(words[1]));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    /** Ends the process if it is still there, gently first; returns whether it was. */
    boolean end(Duration patience) {
        Optional<ProcessHandle> found = process();
        found.ifPresent(process -> end(process, patience));
        forget();
        return found.isPresent();
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
