package se.koalition.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.koalition.meeting.directory.Directory;
import se.koalition.messaging.Replicas;

/** What {@code contracts/} promise of others' events is what the directory reads. */
class ConsumedContractTests extends RunningService {

    private static final String COALITION = "39543733-6ba5-3595-bb40-c283b29109ef";
    private static final String MEMBER = "2d6f4e3b-8c75-4a2f-9e1d-0b9c8d7e6f50";
    private static final String MOVED = "7c1e0d9f-3b52-4c86-9d4a-5e6f7a8b9c01";

    /** By a role, whatever becomes of their actor. */
    private static final String ADMITTED = "b4a0c9d2-51e7-3f68-8c1d-7e2f9a3b5c60";

    private static final Map<String, String> KEPT = Map.of(
            "coalition", Directory.COALITIONS,
            "actor", Directory.ACTORS,
            "member", Directory.MEMBERS);

    @Autowired
    Directory directory;

    @Autowired
    Replicas replicas;

    @Test
    void everySampleIsTakenOverAndSoIsWhatALaterVersionTells() throws IOException {
        for (Sample sample : Sample.all("actor-events")) {
            actorEvents.accept(sample.message());
        }
        assertThat(directory.members(COALITION)).containsExactlyInAnyOrder(MEMBER, MOVED, ADMITTED);

        told(ToldEvent.actor(actor, 1, coalition));
        for (Sample sample : Sample.last("actor-events")) {
            actorEvents.accept(sample.unheardOf("actorId", actor).message());
        }
        everythingKeptIsAt(99);
        assertThat(directory.members(COALITION)).containsExactly(ADMITTED);
        assertThat(directory.members(coalition)).contains(MEMBER, MOVED);

        for (Sample sample : Sample.last("actor-events")) {
            actorEvents.accept(sample.nextVersion("note", "ny").message());
        }
        everythingKeptIsAt(100);
        assertThat(directory.members(COALITION)).containsExactlyInAnyOrder(MEMBER, MOVED, ADMITTED);
        assertThat(directory.members(coalition)).isEmpty();
    }

    private void everythingKeptIsAt(long sequence) throws IOException {
        assertThat(Sample.last("actor-events"))
                .filteredOn(sample -> KEPT.containsKey(sample.aggregate()))
                .extracting(Sample::aggregate)
                .containsAll(KEPT.keySet());
        assertThat(Sample.last("actor-events"))
                .filteredOn(sample -> KEPT.containsKey(sample.aggregate()))
                .allMatch(sample -> replicas.await(
                        Objects.requireNonNull(KEPT.get(sample.aggregate())),
                        sample.key(),
                        sample.aggregate(),
                        sequence,
                        Duration.ZERO));
    }
}
