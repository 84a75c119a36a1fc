package se.koalition.messaging;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A service in a process of its own that stops at an exact point, there to be killed by a test. */
@SuppressWarnings("SystemOut") // how it tells the test what it did
final class NoteProcess {

    /** What it says once it has come to its point. */
    static final String THERE = "there";

    private static final String WRITTEN = "written ";
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    enum Point {
        /** Stored, but not sent. */
        BEFORE_SENDING,
        /** Sent and acknowledged by the broker, but still in the outbox. */
        BEFORE_CLEARING,
        /** In the middle of everything. */
        BUSY
    }

    /** A write that the process was told to be stored. */
    record Written(String id, long version) {}

    private NoteProcess() {}

    static Process start(String kafka, String mongo, Point point) {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            NoteProcess.class.getName(),
                            kafka,
                            mongo,
                            point.name())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it once it is at its point; what it had been told to be stored. */
    static List<Written> killWhenThere(Process process) {
        List<String> said = new java.util.ArrayList<>();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.equals(THERE)) {
                    process.toHandle().destroyForcibly(); // unlike the process itself, it leaves what was said readable
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!said.contains(THERE)) {
            throw new IllegalStateException("It did not come so far: " + String.join("\n", said));
        }
        return said.stream().flatMap(NoteProcess::written).toList();
    }

    private static Stream<Written> written(String line) {
        String[] words = line.split(" ", -1);
        return line.startsWith(WRITTEN) && words.length == 3
                ? Stream.of(new Written(words[1], Long.parseLong(words[2])))
                : Stream.empty();
    }

    public static void main(String[] arguments) throws InterruptedException {
        Point point = Point.valueOf(arguments[2]);
        ConfigurableApplicationContext context = TestApplication.start(
                arguments[0],
                arguments[1],
                "notes-" + point,
                point == Point.BEFORE_CLEARING ? StopBeforeClearing.class : TestApplication.class);
        @SuppressWarnings("unchecked")
        Aggregates<Note> notes = context.getBean(Aggregates.class);
        Relay relay = context.getBean(Relay.class);
        if (point == Point.BUSY) {
            IntStream.range(0, 4).forEach(i -> Thread.ofVirtual().start(() -> writeWithoutEnd(notes)));
        } else {
            relay.stop();
            IntStream.range(0, 10).forEach(i -> writeThrice(notes));
            if (point == Point.BEFORE_SENDING) {
                System.out.println(THERE);
            } else {
                relay.start();
            }
        }
        NEVER.await();
    }

    private static void writeThrice(Aggregates<Note> notes) {
        String id = UUID.randomUUID().toString();
        told(notes.create(id, null, "", Note.write(id, "1")));
        told(notes.change(id, null, null, note -> Note.write(id, "2")));
        told(notes.change(id, null, null, note -> Note.write(id, "3")));
    }

    private static void told(Stored<Note> stored) {
        System.out.println(WRITTEN + stored.id() + " " + stored.version());
    }

    private static void writeWithoutEnd(Aggregates<Note> notes) {
        for (int i = 0; ; i++) {
            writeThrice(notes);
            if (i == 40) {
                System.out.println(THERE);
            }
        }
    }

    /** Holds the driver before the command that takes what was acknowledged out of the outbox. */
    static final class StopBeforeClearing {
        @Bean
        MongoClientSettingsBuilderCustomizer stopBeforeClearing() {
            return settings -> settings.addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    if (event.getCommand().toJson().contains("$pull")) {
                        System.out.println(THERE);
                        try {
                            NEVER.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                }
            });
        }
    }
}
