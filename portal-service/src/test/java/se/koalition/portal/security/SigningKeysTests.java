package se.koalition.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import se.koalition.local.servers.TestServers;

class SigningKeysTests {

    private static final Instant NOON = Instant.parse("2027-02-03T12:00:00Z");

    private final String store = "keys-" + UUID.randomUUID();

    private static SigningKeys keys(String store, int day) {
        MongoTemplate mongo = new MongoTemplate(MongoClients.create(TestServers.mongoUri(store)), store);
        return new SigningKeys(mongo, Clock.fixed(NOON.plus(day, ChronoUnit.DAYS), ZoneOffset.UTC));
    }

    @Test
    void replicasOnOneStoreSignWithTheSameKey() {
        assertThat(keys(store, 0).today().signing())
                .isEqualTo(keys(store, 0).today().signing());
    }

    /** Else services that remember the first one would refuse what the second one signs. */
    @Test
    void aKeyThatReplacesALostOneHasAnotherId() {
        assertThat(keys(store, 0).today().signing().getKeyID())
                .isNotEqualTo(keys(store + "-new", 0).today().signing().getKeyID());
    }

    @Test
    void eachDayHasAKeyAndThoseOfTheDaysBeforeAreStillTold() {
        String first = keys(store, 0).today().signing().getKeyID();
        String second = keys(store, 1).today().signing().getKeyID();

        assertThat(keys(store, 2).today().all().getKeys().stream().map(JWK::getKeyID))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .endsWith(second, first);
        assertThat(keys(store, 4).today().all().getKeys().stream().map(JWK::getKeyID))
                .doesNotContain(first);
    }
}
