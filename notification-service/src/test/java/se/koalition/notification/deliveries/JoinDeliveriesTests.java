package se.koalition.notification.deliveries;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import se.koalition.local.servers.ReceivedMail;
import se.koalition.messaging.Event;
import se.koalition.notification.RunningService;
import se.koalition.notification.Surroundings;

/** Who hears of a request to join, and of its answer. */
class JoinDeliveriesTests extends RunningService {

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    MongoOperations mongo;

    private final Told told = new Told();

    @BeforeEach
    void names() {
        on(told.coalitionStarted(), told.coordinatorAdded("cleo", Told.AUTUMN));
    }

    private void on(Event... events) {
        for (Event event : events) {
            reconciliation.on(event);
        }
    }

    /** Kind and state of each delivery to someone, once nothing is under way any more. */
    private List<String> deliveriesTo(String name) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rows(name).stream().noneMatch(row -> row.matches(".*(WAITING|SENDING)")));
        return rows(name);
    }

    private List<String> rows(String name) {
        return mongo.getCollection("deliveries").find(eq("subjectId", told.request)).into(new ArrayList<>()).stream()
                .filter(row -> told.member(name).equals(row.getString("memberId")))
                .map(row -> row.get("kind") + " " + row.get("status"))
                .sorted()
                .toList();
    }

    private List<String> subjectsTo(String name) {
        return Surroundings.mailsTo(told.address(name)).reversed().stream()
                .map(ReceivedMail::subject)
                .toList();
    }

    @Test
    void coordinatorsAndApplicantHearOfARequestThatIsProven() {
        on(
                told.coordinatorAdded("late", Told.AUTUMN.plusSeconds(1)),
                told.memberAdded("ben"),
                told.joinRequest(1, "held", true, null),
                told.memberApplied("anna"),
                told.joinRequest(2, "held", true, "anna"));

        assertThat(deliveriesTo("cleo")).containsExactly("JOIN_ASKED SENT");
        assertThat(deliveriesTo("anna")).containsExactly("JOIN_RECEIVED SENT");
        assertThat(deliveriesTo("late")).isEmpty();
        assertThat(deliveriesTo("ben")).isEmpty();
        assertThat(subjectsTo("cleo")).containsExactly("Ansökan: Kulturskolan vill gå med i Likvärdig skolgång");
        assertThat(Surroundings.mailsTo(told.address("anna"))).singleElement().satisfies(mail -> {
            assertThat(mail.text()).doesNotContain("anna", "Kulturskolan");
            assertThat(String.valueOf(mail.headers().get("To"))).doesNotContain("<");
        });
    }

    @Test
    void nobodyHearsOfOneWithoutProofUntilItIsAnswered() {
        on(told.memberApplied("anna"), told.joinRequest(2, "held", false, "anna"));
        assertThat(deliveriesTo("cleo")).isEmpty();
        assertThat(deliveriesTo("anna")).isEmpty();

        on(told.joinRequest(3, "declined", false, "anna"));

        assertThat(deliveriesTo("anna")).containsExactly("JOIN_DECLINED SENT");
        assertThat(subjectsTo("anna")).containsExactly("Svar på er ansökan till Likvärdig skolgång");
    }

    @Test
    void whoIsAcceptedIsWelcomedOnceTheySit() {
        on(told.memberApplied("anna"), told.joinRequest(3, "accepted", true, "anna"));
        assertThat(deliveriesTo("anna")).isEmpty();

        on(told.memberSeated("anna"), told.memberSeated("anna"), told.joinRequest(3, "accepted", true, "anna"));

        assertThat(deliveriesTo("anna")).containsExactly("JOIN_ACCEPTED SENT");
        assertThat(subjectsTo("anna")).containsExactly("Välkomna till Likvärdig skolgång");
    }

    @Test
    void whoIsAdmittedWithoutASeatHearsTheSameOnce() {
        on(told.memberApplied("anna"), told.memberAdmitted("anna"), told.joinRequest(3, "accepted", true, "anna"));

        assertThat(deliveriesTo("anna")).containsExactly("JOIN_ACCEPTED SENT");
    }

    @Test
    void aResyncMailsNobody() {
        on(
                Told.resync(told.memberApplied("anna")),
                Told.resync(told.joinRequest(2, "held", true, "anna")),
                Told.resync(told.coordinatorAdded("cleo", Told.AUTUMN)));

        assertThat(deliveriesTo("anna")).containsExactly("JOIN_RECEIVED SUPPRESSED");
        assertThat(deliveriesTo("cleo")).containsExactly("JOIN_ASKED SUPPRESSED");

        on(told.joinRequest(3, "declined", true, "anna"));
        assertThat(deliveriesTo("anna")).containsExactly("JOIN_DECLINED SENT", "JOIN_RECEIVED SUPPRESSED");
    }

    @RepeatedTest(3)
    void whateverComesFirstAndHoweverOftenEachHearsOnce() {
        List<Event> events = new ArrayList<>();
        for (int times = 0; times < 2; times++) {
            events.addAll(List.of(
                    told.memberApplied("anna"),
                    told.memberSeated("anna"),
                    told.joinRequest(1, "held", true, null),
                    told.joinRequest(2, "held", true, "anna"),
                    told.joinRequest(3, "accepted", true, "anna")));
        }
        Collections.shuffle(events, new Random(told.coalition.hashCode()));

        on(events.toArray(Event[]::new));

        assertThat(deliveriesTo("anna")).contains("JOIN_ACCEPTED SENT");
        assertThat(subjectsTo("anna")).containsOnlyOnce("Välkomna till Likvärdig skolgång");
        assertThat(subjectsTo("cleo").size()).isLessThan(2);
    }
}
