package se.koalition.notification.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import se.koalition.local.servers.TestServers;
import se.koalition.notification.deliveries.Delivery.Kind;
import se.koalition.notification.deliveries.Delivery.Status;

/** Claims and leases, with a clock that the tests turn. */
class DeliveriesTests {

    private Instant now = Instant.parse("2027-01-10T08:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final MongoTemplate mongo = mongo("deliveries-" + UUID.randomUUID());
    private final Deliveries one = new Deliveries(mongo, clock);
    private final Deliveries other = new Deliveries(mongo, clock);
    private final Delivery delivery = Delivery.to("anna", "m-1", 1, Kind.INVITATION, false, now);

    private static MongoTemplate mongo(String database) {
        return new MongoTemplate(MongoClients.create(TestServers.mongoUri(database)), database);
    }

    private Document row() {
        return java.util.Objects.requireNonNull(
                mongo.getCollection("deliveries").find().first());
    }

    @Test
    void whatIsClaimedNobodyElseClaims() {
        one.add(List.of(delivery));

        assertThat(one.claim()).map(Delivery::id).contains("m-1:1:invitation:anna");
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void whenTheLeaseEndsAnotherTakesOverAndTheFirstChangesNothingMore() {
        one.add(List.of(delivery));
        Delivery slow = one.claim().orElseThrow();
        now = now.plus(Deliveries.LEASE);

        Delivery again = other.claim().orElseThrow();
        other.sent(again);
        one.again(slow, Duration.ZERO);

        assertThat(row()).containsEntry("status", Status.SENT.name());
        assertThat(one.claim()).isEmpty();
    }

    @Test
    void addingAgainChangesNothing() {
        one.add(List.of(delivery));
        one.sent(one.claim().orElseThrow());

        other.add(List.of(Delivery.to("ben", "m-1", 1, Kind.INVITATION, false, now), delivery));

        assertThat(other.claim()).map(Delivery::memberId).contains("ben");
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void whatFailedComesBackWhenItsTimeHasCome() {
        one.add(List.of(delivery));
        one.again(one.claim().orElseThrow(), Duration.ofSeconds(10));

        assertThat(one.claim()).isEmpty();
        now = now.plusSeconds(10);
        assertThat(one.claim()).map(Delivery::attempts).contains(2);
    }

    @Test
    void onlyWhatWaitsForAnEarlierRevisionIsSuppressed() {
        one.add(List.of(delivery, Delivery.to("ben", "m-1", 0, Kind.INVITATION, false, now.minusSeconds(1))));

        one.suppressBefore("m-1", 1);

        assertThat(one.claim()).map(Delivery::memberId).contains("anna");
        assertThat(one.claim()).isEmpty();
    }

    @Test
    void invitedIsWhoWasMailedOrIsBeingMailed() {
        one.add(List.of(
                Delivery.to("anna", "m-1", 0, Kind.INVITATION, false, now.minusSeconds(3)),
                Delivery.to("ben", "m-1", 0, Kind.INVITATION, false, now.minusSeconds(2)),
                Delivery.to("carin", "m-1", 0, Kind.INVITATION, false, now),
                Delivery.to("david", "m-1", 0, Kind.INVITATION, true, now)));
        one.sent(one.claim().orElseThrow());
        assertThat(one.claim()).map(Delivery::memberId).contains("ben");

        assertThat(one.invitedBefore("m-1", 1)).containsExactlyInAnyOrder("anna", "ben");
    }

    @Test
    void waitingGrowsToFiveMinutesAndNeverEnds() {
        assertThat(Sender.backOff(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Sender.backOff(5)).isEqualTo(Duration.ofSeconds(32));
        assertThat(Sender.backOff(100_000)).isEqualTo(Duration.ofMinutes(5));
    }
}
