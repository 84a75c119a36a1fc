package se.koalition.notification.deliveries;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import se.koalition.local.servers.ReceivedMail;
import se.koalition.messaging.Event;
import se.koalition.notification.RunningService;
import se.koalition.notification.Surroundings;

/** Who is mailed what, whatever is told first and how often. */
class ReconciliationTests extends RunningService {

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MongoOperations mongo;

    private final Told told = new Told();

    @BeforeEach
    void names() {
        reconciliation.on(told.coalitionStarted());
    }

    private void on(Event... events) {
        for (Event event : events) {
            reconciliation.on(event);
        }
    }

    /** Revision, kind and state of each delivery of a member, once nothing is under way any more. */
    private List<String> deliveriesTo(String name) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rows(name).stream().noneMatch(row -> row.matches(".*(WAITING|SENDING)")));
        return rows(name);
    }

    private List<String> rows(String name) {
        return mongo
                .getCollection("deliveries")
                .find(eq("memberId", told.member(name)))
                .into(new ArrayList<>())
                .stream()
                .map(row -> ("WELCOME".equals(row.get("kind")) ? "" : row.get("revision") + " ") + row.get("kind") + " "
                        + row.get("status"))
                .sorted()
                .toList();
    }

    private List<String> subjectsTo(String name) {
        return Surroundings.mailsTo(told.address(name)).reversed().stream()
                .map(ReceivedMail::subject)
                .map(subject -> subject.substring(0, subject.indexOf(':')))
                .toList();
    }

    @Test
    void anInvitationIsSentOnceTheMemberIsKnown() {
        on(told.memberAdded("anna"), told.meetingScheduled("anna", "ben"));
        assertThat(deliveriesTo("anna")).containsExactly("0 INVITATION SENT");
        assertThat(deliveriesTo("ben")).isEmpty();

        on(told.memberAdded("ben"));

        assertThat(deliveriesTo("ben")).containsExactly("0 INVITATION SENT");
        assertThat(subjectsTo("ben")).containsExactly("Inbjudan");
    }

    @Test
    void aMoveAndACancellationFollowTheInvitation() {
        on(told.memberAdded("anna"), told.meetingScheduled("anna"));
        assertThat(deliveriesTo("anna")).hasSize(1);
        on(told.meetingRescheduled("anna"));
        assertThat(deliveriesTo("anna")).hasSize(2);
        on(told.meetingCancelled("anna"));

        assertThat(deliveriesTo("anna"))
                .containsExactly("0 INVITATION SENT", "1 INVITATION SENT", "2 CANCELLATION SENT");
        assertThat(subjectsTo("anna")).containsExactly("Inbjudan", "Ny tid", "Inställt");
    }

    @Test
    void whoWasNeverInvitedHearsOfNoCancellation() {
        on(told.memberAdded("anna"), told.meetingCancelled("anna", "ben"), told.memberAdded("ben"));

        assertThat(deliveriesTo("anna")).isEmpty();
        assertThat(deliveriesTo("ben")).isEmpty();
    }

    @Test
    void aMeetingThatIsOverIsNoNews() {
        Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        on(told.memberAdded("anna"), told.meeting(1, 0, "meeting.scheduled.v1", "scheduled", yesterday, "anna"));

        assertThat(deliveriesTo("anna")).isEmpty();
    }

    @Test
    void whatWaitsForAnEarlierRevisionIsNotSent() {
        Surroundings.mailServerAway(() -> {
            on(told.memberAdded("anna"), told.meetingScheduled("anna"), told.meetingRescheduled("anna"));
        });

        assertThat(deliveriesTo("anna")).contains("1 INVITATION SENT");
        assertThat(subjectsTo("anna")).last().isIn("Inbjudan", "Ny tid");
        assertThat(Surroundings.mailsTo(told.address("anna"))).hasSizeBetween(1, 2);
    }

    @Test
    void whoIsAddedLaterIsInvitedAndTheOthersAreLeftInPeace() {
        on(told.memberAdded("anna"), told.memberAdded("ben"), told.meetingScheduled("anna"));
        on(told.meeting(2, 0, "meeting.invitations-extended.v1", "scheduled", told.start, "anna", "ben"));

        assertThat(deliveriesTo("ben")).containsExactly("0 INVITATION SENT");
        assertThat(deliveriesTo("anna")).containsExactly("0 INVITATION SENT");
        assertThat(subjectsTo("anna")).hasSize(1);
    }

    @Test
    void aResyncMailsNobody() {
        on(
                Told.resync(told.memberAdded("anna")),
                Told.resync(told.actorJoined("annas", Told.AUTUMN)),
                Told.resync(told.insightShared("ben", Instant.now())),
                Told.resync(told.meetingScheduled("anna", "ben")),
                Told.resync(told.memberAdded("ben")));

        assertThat(deliveriesTo("anna")).containsExactly("0 INSIGHT SUPPRESSED", "0 INVITATION SUPPRESSED");
        assertThat(deliveriesTo("ben")).containsExactly("0 INVITATION SUPPRESSED");

        on(told.meetingRescheduled("anna", "ben"));
        assertThat(deliveriesTo("anna")).contains("1 INVITATION SENT");
        assertThat(subjectsTo("anna")).containsExactly("Inbjudan");
    }

    @Test
    void anInsightGoesToTheOtherActorsMembersWhoHadJoined() {
        Instant shared = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        on(
                told.insightShared("anna", shared),
                told.memberAdded("anna"),
                told.memberAdded("colleague", "annas", told.address("colleague"), Told.AUTUMN),
                told.memberAdded("ben"),
                told.memberAdded("late", "bens", told.address("late"), shared.plusSeconds(1)),
                told.memberAdded("stranger"),
                told.memberAdded("newcomer"),
                told.actorJoined("annas", Told.AUTUMN),
                told.actorJoined("bens", Told.AUTUMN),
                told.actorJoined("newcomers", shared.plusSeconds(1)));

        assertThat(deliveriesTo("ben")).containsExactly("0 INSIGHT SENT");
        assertThat(subjectsTo("ben")).containsExactly("Ny insikt");
        assertThat(List.of("anna", "colleague", "late", "stranger", "newcomer"))
                .allSatisfy(name -> assertThat(deliveriesTo(name)).noneMatch(row -> row.contains("INSIGHT")));
    }

    private Event addedNow(String name) {
        return told.memberAdded(name, name + "s", told.address(name), Instant.now());
    }

    @Test
    void aNewMemberIsWelcomedOnceWhateverIsToldFirst() {
        Event added = addedNow("anna");
        Event joined = told.actorJoined("annas", Told.AUTUMN);
        on(added);
        assertThat(rows("anna")).as("nothing is known to welcome them to").isEmpty();
        on(joined, added, joined, told.coalitionStarted());

        assertThat(deliveriesTo("anna")).containsExactly("WELCOME SENT");
        assertThat(Surroundings.mailsTo(told.address("anna")))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("Välkommen till Likvärdig skolgång"));
    }

    @Test
    void whoHasBeenThereForLongIsNotWelcomedAndAResyncWelcomesNobody() {
        on(
                told.actorJoined("annas", Told.AUTUMN),
                told.memberAdded("anna"),
                Told.resync(told.actorJoined("bens", Told.AUTUMN)),
                Told.resync(addedNow("ben")));

        assertThat(deliveriesTo("anna")).isEmpty();
        assertThat(deliveriesTo("ben")).containsExactly("WELCOME SUPPRESSED");
    }

    @Test
    void whoLeftIsMailedNoMore() {
        Event left = told.memberLeft("anna");
        Surroundings.mailServerAway(() -> {
            on(told.memberAdded("anna"), told.meetingScheduled("anna"), left);
            on(told.actorJoined("annas", Told.AUTUMN), told.insightShared("ben", Instant.now()));
        });
        on(told.meetingRescheduled("anna"), told.memberAdded("anna"));

        assertThat(deliveriesTo("anna")).noneMatch(row -> row.endsWith("SENT"));
        assertThat(Surroundings.mailsTo(told.address("anna"))).isEmpty();
    }

    @Test
    void whoIsTakenOffAMeetingHearsNoMoreOfIt() {
        on(told.memberAdded("anna"), told.meetingScheduled("anna"));
        assertThat(deliveriesTo("anna")).containsExactly("0 INVITATION SENT");

        on(told.meeting(2, 0, "meeting.invitations-withdrawn.v1", "scheduled", told.start), told.meetingCancelled());

        assertThat(deliveriesTo("anna")).containsExactly("0 INVITATION SENT");
    }

    @Test
    void nothingInTheStoreTellsWhoWasErased() {
        String address = "refused at " + told.address("anna");
        on(told.memberAdded("anna", "annas", address, Told.AUTUMN), told.meetingScheduled("anna"));
        assertThat(deliveriesTo("anna")).containsExactly("0 INVITATION FAILED");

        on(told.memberErased("anna"), told.memberAdded("anna"), told.meetingRescheduled("anna"));

        assertThat(deliveriesTo("anna")).isEmpty();
        assertThat(mongo.getCollectionNames())
                .isNotEmpty()
                .allSatisfy(collection -> assertThat(
                                mongo.getCollection(collection).find().into(new ArrayList<>()))
                        .noneMatch(row -> row.toJson().contains(told.address("anna"))));
    }

    @Test
    void anAddressThatCannotBeStopsNobodyElse() {
        on(
                told.memberAdded("broken", "brokens", "not an address", Told.AUTUMN),
                told.memberAdded("anna"),
                told.meetingScheduled("broken", "anna"));

        assertThat(deliveriesTo("anna")).containsExactly("0 INVITATION SENT");
        assertThat(deliveriesTo("broken")).containsExactly("0 INVITATION FAILED");
    }

    /** As many consumers at once as there are topics, and one more. */
    @RepeatedTest(3)
    void everythingThreeTimesAndShuffledMailsEachRevisionOnceToEach() throws Exception {
        List<String> names = List.of("anna", "ben", "carin", "david");
        String[] invited = names.toArray(String[]::new);
        List<Event> events = new ArrayList<>();
        for (int times = 0; times < 3; times++) {
            names.forEach(name -> events.add(told.memberAdded(name)));
            names.forEach(name -> events.add(told.actorJoined(name + "s", Told.AUTUMN)));
            events.add(told.meetingScheduled("anna"));
            events.add(told.meeting(2, 0, "meeting.invitations-extended.v1", "scheduled", told.start, invited));
            events.add(told.meeting(3, 1, "meeting.rescheduled.v1", "scheduled", told.start, invited));
            events.add(told.insightShared("anna", Instant.now().plusSeconds(60)));
        }
        Collections.shuffle(events, new Random(told.coalition.hashCode()));

        tellAll(events);

        for (String name : names) {
            assertThat(deliveriesTo(name)).contains("1 INVITATION SENT");
            assertThat(mailsTo(name))
                    .allSatisfy((messageId, count) -> assertThat(count).isOne());
            assertThat(mailsTo(name).keySet()).anyMatch(id -> id.contains("." + 1 + ".invitation."));
            assertThat(subjectsTo(name)).filteredOn("Ny insikt"::equals).hasSize(name.equals("anna") ? 0 : 1);
        }
    }

    private void tellAll(List<Event> events) throws Exception {
        try (ExecutorService consumers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> heard = new ArrayList<>();
            events.forEach(event -> heard.add(consumers.submit(() -> reconciliation.on(event))));
            for (Future<?> one : heard) {
                one.get();
            }
        }
    }

    private Map<String, Integer> mailsTo(String name) {
        Map<String, Integer> counts = new TreeMap<>();
        Surroundings.mailsTo(told.address(name))
                .forEach(mail -> counts.merge(String.valueOf(mail.headers().get("Message-ID")), 1, Integer::sum));
        return counts;
    }

    @Test
    void theRowIsTheOnlyMemory() {
        on(told.memberAdded("anna"), told.meetingScheduled("anna"));
        assertThat(deliveriesTo("anna")).hasSize(1);

        Document row = mongo.getCollection("deliveries")
                .find(in("subjectId", told.meeting))
                .first();

        assertThat(row)
                .containsEntry("_id", told.meeting + ":0:invitation:" + told.member("anna"))
                .doesNotContainKeys("due", "email", "name");
    }

    private List<Event> contact() {
        return List.of(
                told.memberAdded("anna"),
                told.memberAdded("bo"),
                told.memberAdded("cilla", "bos", told.address("cilla"), Told.AUTUMN.plusSeconds(60)),
                told.memberAdded("dan", "bos", told.address("dan"), Told.AUTUMN.plusSeconds(7200)),
                told.memberAdded("eva"),
                told.actorJoined("annas", Told.AUTUMN),
                told.actorJoined("bos", Told.AUTUMN),
                told.needOpened(),
                told.offerOpened(),
                told.contactTaken("anna", "bo", Told.AUTUMN.plusSeconds(3600)));
    }

    @RepeatedTest(3)
    void contactIsToldToTheOtherSideWhateverIsToldFirstAndHowOften() {
        List<Event> events = new ArrayList<>(contact());
        events.addAll(contact());
        Collections.shuffle(events, new Random(events.hashCode()));

        events.forEach(reconciliation::on);

        for (String other : List.of("bo", "cilla")) {
            assertThat(deliveriesTo(other)).containsExactly("0 CONTACT SENT");
        }
        for (String nobody : List.of("anna", "dan", "eva")) {
            assertThat(rows(nobody)).as(nobody).isEmpty();
        }
        assertThat(Surroundings.mailsTo(told.address("bo"))).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("annas tar kontakt om: Handledare");
            assertThat(mail.text())
                    .contains("anna, annas, hör av sig", "Läxhjälp", "Hej! Kan vi ses?", "/matches/" + told.match)
                    .doesNotContain(told.address("anna"));
        });
    }

    @Test
    void contactThatAResyncTellsOrThatLedToAMeetingAlreadyMailsNobody() {
        List<Event> events = contact();
        events.subList(0, events.size() - 1).forEach(reconciliation::on);
        on(Told.resync(events.getLast()));

        assertThat(deliveriesTo("bo")).containsExactly("0 CONTACT SUPPRESSED");

        Told later = new Told();
        on(later.memberAdded("bo"), later.needOpened(), later.offerOpened());
        on(later.match(2, "met", "anna", "bo", Told.AUTUMN.plusSeconds(3600)));
        assertThat(mongo.getCollection("deliveries").countDocuments(in("subjectId", later.match)))
                .isZero();
    }
}
