package se.koalition.system;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.koalition.local.demo.Demo;
import se.koalition.local.portal.Answer;
import se.koalition.system.Mailbox.Mail;
import tools.jackson.databind.JsonNode;

/** Steps 2 and 3: meetings, the answers to them, and the mails that members get. */
class MeetingTests {

    @Test
    void fourMeetingsAreSpreadAcrossTheChangeToSummerTime() {
        List<JsonNode> demo = Person.VISITOR
                .read(Demonstration.PATH)
                .path("meetings")
                .path("items")
                .valueStream()
                .filter(m -> m.path("id").asString().equals(Demo.id("meeting-2027-" + number(m))))
                .toList();

        assertThat(demo).hasSize(4);
        assertThat(demo.stream().map(m -> m.path("start").asString().substring(11)))
                .as("13.00 in Stockholm, in winter and in summer")
                .containsExactly("12:00:00Z", "12:00:00Z", "11:00:00Z", "11:00:00Z");
    }

    private static int number(JsonNode meeting) {
        return switch (meeting.path("title").asString().substring(0, 3)) {
            case "För" -> 1;
            case "Del" -> 2;
            case "Prö" -> 3;
            default -> 4;
        };
    }

    @Test
    void anInvitationIsMovedAndCancelledInTheMembersCalendar() {
        Person member = Demonstration.member(3);
        String id = Demonstration.schedule("Kalenderprov", "2027-03-26T09:00", "2027-03-26T11:00");

        Mail invitation = expect(member, "Kalenderprov", "REQUEST");
        VEvent first = event(invitation);
        assertThat(first.getUid().getValue()).isEqualTo(id + "@koalition");
        assertThat(first.getSequence().getValue()).isZero();
        assertThat(first.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2027-03-26T08:00:00Z"));
        assertThat(first.getOrganizer().getEmail()).isEqualTo("koalition@koalition.example");
        assertThat(first.getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo(member.email());
            assertThat(attendee.getRsvp()).isFalse();
        });
        assertThat(invitation.calendar()).contains("BEGIN:VTIMEZONE");
        assertThat(invitation.html()).contains("&lt;b&gt;allt&lt;/b&gt;").doesNotContain("<b>allt");

        String etag =
                Person.COORDINATOR.get("/api/meetings/" + id).header("ETag").orElseThrow();
        String later = Person.json(Map.of("start", "2027-03-29T09:00", "end", "2027-03-29T11:00"));
        assertThat(reschedule(id, Map.of(), later).status()).isEqualTo(428);
        assertThat(reschedule(id, Map.of("If-Match", etag), later).status()).isEqualTo(204);
        assertThat(reschedule(id, Map.of("If-Match", etag), later).status()).isEqualTo(412);

        VEvent moved = event(expectSequence(member, id, 1));
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2027-03-29T07:00:00Z"));

        assertThat(Person.COORDINATOR
                        .post("/api/meetings/" + id + "/cancellation", Map.of("reason", "Påsk"))
                        .status())
                .isEqualTo(204);
        Mail cancelled = expectSequence(member, id, 2);
        assertThat(calendar(cancelled).getMethod()).isEqualTo(Method.cancel());
        assertThat(cancelled.text()).contains("Påsk");
    }

    @Test
    void aMemberReadsTheInvitationInTheirOwnLanguage() {
        Person english = new Person(Demonstration.members().stream()
                .filter(email -> email.startsWith("altitude"))
                .findFirst()
                .orElseThrow());

        assertThat(Mailbox.expect(
                                english.email() == null ? "" : english.email(),
                                mail -> mail.subject().startsWith("Invitation: Förstå"))
                        .text())
                .contains("You are invited");
    }

    @Test
    void theLinkInTheMailAnswersOnlyAfterAClick() {
        Person member = Demonstration.member(4);
        String id = Demonstration.schedule("Svarslänk", "2027-02-01T09:00", "2027-02-01T10:00");
        String link =
                expect(member, "Svarslänk", "REQUEST").link(Suite.running().portal() + "/answers/");

        Answer page = Person.VISITOR.get(link);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Svarslänk", "Bekräfta svaret");
        assertThat(Person.VISITOR
                        .read("/api/meetings/" + id)
                        .path("answers")
                        .path("yes")
                        .asInt())
                .isZero();
    }

    @Test
    void theLastAnswerCounts() {
        Person member = Demonstration.member(5);
        String id = Demonstration.schedule("Sista svaret", "2027-02-02T09:00", "2027-02-02T10:00");
        String me = memberId(member);

        for (String answer : List.of("yes", "no", "maybe")) {
            assertThat(member.put("/api/meetings/" + id + "/answers/" + me, Map.of("answer", answer))
                            .status())
                    .isEqualTo(204);
        }

        JsonNode answers = Demonstration.awaitMeeting(
                        id, m -> m.path("answers").path("maybe").asInt() == 1)
                .path("answers");
        assertThat(answers.path("yes").asInt() + answers.path("no").asInt()).isZero();
        assertThat(Demonstration.member(6)
                        .put("/api/meetings/" + id + "/answers/" + me, Map.of("answer", "yes"))
                        .status())
                .as("somebody else's answer")
                .isEqualTo(403);
    }

    @Test
    void aMemberWhoJoinsLaterIsInvitedToo() {
        String id = Demonstration.schedule("Sen ankomst", "2027-02-03T09:00", "2027-02-03T10:00");
        String actor = Person.VISITOR
                .read(Demonstration.PATH)
                .path("actors")
                .path("items")
                .path(0)
                .path("id")
                .asString();
        String email = "sen-" + UUID.randomUUID() + "@koalition.example";

        Person.COORDINATOR.make(
                "/api/actors/" + actor + "/members",
                Map.of("name", "Vikarie, Altitude Meetings", "email", email, "language", "en"));

        Mail invitation = Mailbox.expect(email, mail -> mail.subject().contains("Sen ankomst"));
        assertThat(invitation.subject()).startsWith("Invitation");
        assertThat(event(invitation).getUid().getValue()).isEqualTo(id + "@koalition");
    }

    private static Answer reschedule(String id, Map<String, String> headers, String body) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return Person.COORDINATOR.send("POST", "/api/meetings/" + id + "/rescheduling", all, body);
    }

    private static String memberId(Person member) {
        return Demo.id("member:" + nameOf(member));
    }

    private static String nameOf(Person member) {
        Mail mail = Mailbox.expect(String.valueOf(member.email()), m -> true);
        String to = mail.headers().getOrDefault("To", "");
        return to.substring(to.indexOf(", ") + 2, to.lastIndexOf('"'));
    }

    private static Mail expect(Person member, String title, String method) {
        return Mailbox.expect(
                String.valueOf(member.email()),
                mail -> mail.subject().contains(title)
                        && mail.parts().stream().anyMatch(p -> p.contentType().contains(method)));
    }

    private static Mail expectSequence(Person member, String meeting, int sequence) {
        return Mailbox.expect(
                String.valueOf(member.email()),
                mail -> mail.parts().stream().anyMatch(p -> p.contentType().startsWith("text/calendar"))
                        && event(mail).getUid().getValue().startsWith(meeting)
                        && event(mail).getSequence().getValue() == sequence);
    }

    private static VEvent event(Mail mail) {
        return calendar(mail).getEvents().getFirst();
    }

    private static ICalendar calendar(Mail mail) {
        return Biweekly.parse(mail.calendar()).first();
    }
}
