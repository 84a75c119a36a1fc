package se.koalition.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.koalition.insight.directory.Directory;
import se.koalition.messaging.EventId;

/** What {@code contracts/} promise of others' events is what the directory reads. */
class ConsumedContractTests extends RunningService {

    private static final String COALITION = "39543733-6ba5-3595-bb40-c283b29109ef";
    private static final String MEMBER = "2d6f4e3b-8c75-4a2f-9e1d-0b9c8d7e6f50";
    private static final Set<String> KEPT = Set.of("coalition", "actor", "member");

    @Autowired
    Directory directory;

    private boolean belongs(String toCoalition) {
        return directory.belongs(directory.member(MEMBER).orElseThrow(), toCoalition);
    }

    @Test
    void everySampleIsTakenOverAndSoIsWhatALaterVersionTells() throws IOException {
        for (Sample sample : Sample.all("actor-events")) {
            actorEvents.accept(sample.message());
        }
        assertThat(directory.hasCoalition(COALITION)).isTrue();
        assertThat(belongs(COALITION)).isTrue();

        told(ToldEvent.actor(actor, 1, coalition));
        for (Sample sample : Sample.last("actor-events")) {
            actorEvents.accept(sample.unheardOf("actorId", actor).message());
        }
        everythingKeptIsAt(99);
        assertThat(belongs(COALITION)).isFalse();
        assertThat(belongs(coalition)).isTrue();

        for (Sample sample : Sample.last("actor-events")) {
            actorEvents.accept(sample.nextVersion("note", "ny").message());
        }
        everythingKeptIsAt(100);
        assertThat(belongs(COALITION)).isTrue();
        assertThat(belongs(coalition)).isFalse();
    }

    private void everythingKeptIsAt(long sequence) throws IOException {
        assertThat(Sample.last("actor-events"))
                .filteredOn(sample -> KEPT.contains(sample.aggregate()))
                .extracting(Sample::aggregate)
                .containsAll(KEPT);
        assertThat(Sample.last("actor-events"))
                .filteredOn(sample -> KEPT.contains(sample.aggregate()))
                .allMatch(sample ->
                        directory.await(new EventId(sample.aggregate(), sample.key(), sequence), Duration.ZERO));
    }
}
