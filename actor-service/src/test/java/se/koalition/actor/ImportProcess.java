package se.koalition.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.boot.SpringApplication;
import org.springframework.data.mongodb.core.MongoOperations;

/** The service in a process of its own, there to be killed while it works an import off. */
@SuppressWarnings("SystemOut") // how it tells the test how far it is
final class ImportProcess {

    private static final String THERE = "there";

    private ImportProcess() {}

    /** Runs it on a store in which an import waits, and kills it once some of the rows, not all, are done. */
    static void killInTheMiddle(String kafka, String mongo, String importId, int rows) {
        List<String> said = new ArrayList<>();
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            ImportProcess.class.getName(),
                            importId,
                            Integer.toString(rows),
                            "--spring.mongodb.uri=" + mongo,
                            "--spring.kafka.bootstrap-servers=" + kafka,
                            // A member that is killed would hold up the group's others until it is missed.
                            "--koalition.messaging.group=killed-" + importId,
                            "--server.port=0")
                    .redirectErrorStream(true)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.equals(THERE)) {
                    process.toHandle().destroyForcibly();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!said.contains(THERE)) {
            throw new IllegalStateException("It did not come so far: " + String.join("\n", said));
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        var context = SpringApplication.run(ActorServiceApplication.class, arguments);
        Document wanted = new Document("_id", arguments[0])
                .append("state.done", new Document("$gt", Integer.parseInt(arguments[1]) / 10));
        var imports = context.getBean(MongoOperations.class).getCollection("actors-import");
        while (imports.find(wanted).first() == null) {
            Thread.sleep(5);
        }
        System.out.println(THERE);
        Thread.currentThread().join();
    }
}
