package se.koalition.local.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a service is started.
 *
 * @param training whether this run is to write the cache that later runs start from
 */
record ServiceCommand(Home home, Ports ports, Secrets secrets, boolean training) {

    /** The same in training and later: a cache fits one collector and one layout of objects only. */
    private static final List<String> FLAGS = List.of(
            "-Xmx160m",
            // The young generation is touched from end to end before it is collected; this is plenty.
            "-Xmn32m",
            "-Xss512k",
            // The optimising compiler took a third of the start and a fifth of the memory, for a peak nobody needs
            // here.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED");

    ProcessBuilder of(Service service) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        Path cache = home.aotCache(service);
        if (training) {
            command.add("-XX:AOTCacheOutput=" + cache);
        } else if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
            command.add("-Xlog:aot*=off");
        }
        command.add("-jar");
        command.add(home.jar(service).toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.root().toFile());
        // Not as arguments, which every user of the machine can read; and with their exact names.
        builder.environment().put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings(service)));
        return builder;
    }

    private Map<String, Object> settings(Service service) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", ports.of(service));
        settings.put(
                "server.tomcat.basedir", home.file("work/" + service.module()).toString());
        settings.put("spring.mongodb.uri", "mongodb://127.0.0.1:" + ports.store() + "/" + service.module());
        settings.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + ports.broker());
        settings.put("koalition.portal-url", ports.portal().toString());
        if (service == Service.PORTAL) {
            for (Service other : Service.values()) {
                if (other != Service.PORTAL) {
                    settings.put(
                            "koalition.services." + other.key(), ports.at(other).toString());
                }
            }
            settings.put("koalition.local-token-secret", secrets.localToken());
            settings.put("koalition.link-secret", secrets.link());
            settings.put("koalition.mailbox-url", "http://localhost:" + ports.mailbox() + "/");
        }
        if (service == Service.NOTIFICATION) {
            settings.put("koalition.link-secret", secrets.link());
            settings.put("spring.mail.host", "127.0.0.1");
            settings.put("spring.mail.port", ports.smtp());
        }
        return settings;
    }
}
