package se.koalition.notification.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import se.koalition.local.servers.ReceivedMail;
import se.koalition.local.servers.TestServers;
import se.koalition.messaging.Event;
import se.koalition.notification.RunningService;
import se.koalition.notification.Surroundings;

/** From records on real topics to mails in a real mailbox. */
class NotificationsTests extends RunningService {

    private final Told told = new Told();

    private static void publish(Event... events) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestServers.kafka(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (Event event : events) {
                producer.send(Told.record(event)).get();
            }
        }
    }

    private ReceivedMail awaitMail(String name, String subject) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Surroundings.mailsTo(told.address(name)).stream()
                                .filter(mail -> mail.subject().startsWith(subject))
                                .findFirst()
                                .orElse(null),
                        mail -> mail != null);
    }

    @Test
    void anInvitationIsMailedAlsoWhenTheMeetingIsToldFirst() throws Exception {
        publish(told.meetingScheduled("anna"), told.memberAdded("anna"), told.coalitionStarted());

        ReceivedMail mail = awaitMail("anna", "Inbjudan: Möte 1, ");

        assertThat(mail.text()).contains("Kommer du?", "/answers/");
        assertThat(mail.html()).contains("<html lang=\"sv-SE\">");
        assertThat(mail.headers()).containsEntry("Auto-Submitted", "auto-generated");
        assertThat(mail.parts()).anySatisfy(part -> {
            assertThat(part.contentType()).contains("text/calendar", "method=REQUEST");
            assertThat(part.content()).contains("UID:" + told.meeting + "@koalition");
        });
    }

    @Test
    void aMailServerThatWasAwayGetsEverythingWhenItIsBack() {
        Surroundings.mailServerAway(() -> {
            try {
                publish(told.memberAdded("anna"), told.meetingScheduled("anna"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        awaitMail("anna", "Inbjudan");
        assertThat(Surroundings.mailsTo(told.address("anna"))).hasSize(1);
    }
}
