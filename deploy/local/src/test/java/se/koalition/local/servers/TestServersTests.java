package se.koalition.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Given ones first, then containers if asked for, then embedded ones. */
class TestServersTests {

    private record Named(String name) implements Servers {
        @Override
        public String kafka() {
            return name + ":9092";
        }

        @Override
        public String mongoUri(String database) {
            return "mongodb://" + name + "/" + database;
        }
    }

    private final Map<String, String> settings = new HashMap<>();
    private final TestServers servers =
            new TestServers(settings::get, () -> new Named("container"), () -> new Named("embedded"));

    @Test
    void theyAreEmbeddedIfNothingIsSaid() {
        assertThat(servers.broker()).isEqualTo("embedded:9092");
        assertThat(servers.store("meeting")).isEqualTo("mongodb://embedded/meeting");
    }

    @Test
    void theyAreContainersIfAskedFor() {
        settings.put("koalition.test.containers", "true");

        assertThat(servers.broker()).isEqualTo("container:9092");
        assertThat(servers.store("meeting")).isEqualTo("mongodb://container/meeting");
    }

    @Test
    void givenOnesAreUsedBeforeContainers() {
        settings.put("koalition.test.containers", "true");
        settings.put("KOALITION_TEST_KAFKA", "given:9092");

        assertThat(servers.broker()).isEqualTo("given:9092");
        assertThat(servers.store("meeting")).isEqualTo("mongodb://container/meeting");
    }

    @Test
    void aBlankNameIsNone() {
        settings.put("KOALITION_TEST_KAFKA", " ");

        assertThat(servers.broker()).isEqualTo("embedded:9092");
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://host:27017, mongodb://host:27017/meeting",
        "mongodb://host:27017/, mongodb://host:27017/meeting",
        "mongodb://host/other?replicaSet=rs0, mongodb://host/meeting?replicaSet=rs0",
        "mongodb://host?replicaSet=rs0, mongodb://host/meeting?replicaSet=rs0"
    })
    void eachServiceHasADatabaseOfItsOwn(String given, String expected) {
        settings.put("KOALITION_TEST_MONGO_URI", given);

        assertThat(servers.store("meeting")).isEqualTo(expected);
    }
}
