package se.koalition.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.koalition.local.servers.TestServers;
import se.koalition.notification.directory.Actor;
import se.koalition.notification.directory.Directory;
import se.koalition.notification.directory.Insight;
import se.koalition.notification.directory.Meeting;
import se.koalition.notification.directory.Member;

/** What {@code contracts/} promise of others' events is what the directory reads. */
class ConsumedContractTests extends RunningService {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String COALITION = "39543733-6ba5-3595-bb40-c283b29109ef";
    private static final String MEMBER = "2d6f4e3b-8c75-4a2f-9e1d-0b9c8d7e6f50";
    private static final String MEETING = "4f81605d-ae97-4c41-9a3f-2dbe0f9a8172";
    private static final String INSIGHT = "5a92716e-bfa8-4d52-8b40-3ecf10ab9283";

    private static final String NEED = "c1a5e7f0-2b3c-4d5e-8f60-718293a4b5c6";
    private static final String MATCH = "d1a72990-1e6f-386b-9556-a7af7ddb4aae";
    private static final String ACTOR = "6a1f1f0c-5d2b-3e57-9b0a-4f7d3a1c2b10";
    private static final Set<String> TITLED = Set.of("meeting", "insight", "need", "offer");

    @Autowired
    Directory directory;

    @Test
    void everySampleIsTakenOverAndSoIsWhatALaterVersionTells() throws IOException {
        List<Sample> samples = Sample.all("actor-events", "meeting-events", "insight-events");
        tell(samples);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(directory.coalitionName(COALITION)).hasValue("Fullföljd utbildning i Skåne");
            assertThat(directory.member(MEMBER)).hasValueSatisfying(member -> {
                assertThat(member.email()).isEqualTo("samordnare@malmo.example");
                assertThat(directory.actorsIn(COALITION))
                        .singleElement()
                        .satisfies(actor -> assertThat(actor.id()).isEqualTo(member.actorId()));
            });
            assertThat(directory.meeting(MEETING)).hasValueSatisfying(meeting -> {
                assertThat(meeting.cancelled()).isTrue();
                assertThat(meeting.revision()).isEqualTo(2);
                assertThat(meeting.invited()).hasSize(2).contains(MEMBER);
            });
            assertThat(directory.insight(INSIGHT))
                    .hasValueSatisfying(
                            insight -> assertThat(insight.authorId()).isEqualTo(MEMBER));
            assertThat(directory.match(MATCH)).hasValueSatisfying(match -> {
                assertThat(match.isNews()).isFalse();
                assertThat(match.contactingActorId()).isEqualTo(ACTOR);
            });
        });

        tell(renamed((sample, field) -> sample.unheardOf(field, "Senare")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(names()).isNotEmpty().containsOnly("Senare"));

        tell(renamed((sample, field) -> sample.nextVersion(field, "Ännu senare")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(names()).isNotEmpty().containsOnly("Ännu senare"));
    }

    /** A later event of each aggregate that has a name or a title. */
    private static List<Sample> renamed(BiFunction<Sample, String, Sample> rename) throws IOException {
        return Sample.last("actor-events", "meeting-events", "insight-events").stream()
                .map(sample -> rename.apply(sample, TITLED.contains(sample.aggregate()) ? "title" : "name"))
                .toList();
    }

    private List<String> names() {
        return Stream.of(
                        directory.coalitionName(COALITION),
                        directory.actor(ACTOR).map(Actor::name),
                        directory.member(MEMBER).map(Member::name),
                        directory.meeting(MEETING).map(Meeting::title),
                        directory.insight(INSIGHT).map(Insight::title),
                        directory.needTitle(NEED))
                .map(Optional::orElseThrow)
                .toList();
    }

    private static void tell(List<Sample> samples) {
        try (var broker = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestServers.kafka()), new StringSerializer(), new ByteArraySerializer())) {
            samples.forEach(sample -> broker.send(sample.record()));
        }
    }
}
