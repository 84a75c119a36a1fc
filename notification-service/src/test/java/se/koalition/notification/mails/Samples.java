package se.koalition.notification.mails;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import se.koalition.notification.directory.Actor;
import se.koalition.notification.directory.Directory;
import se.koalition.notification.directory.Insight;
import se.koalition.notification.directory.Match;
import se.koalition.notification.directory.Meeting;
import se.koalition.notification.directory.Member;

/** A coalition's spring, as the tests of mails tell it. */
final class Samples {

    static final MailSettings SETTINGS =
            new MailSettings("https://koalition.example", "koalition@koalition.example", "a secret of the tests");
    static final Instant WRITTEN = Instant.parse("2026-11-20T08:00:00Z");
    static final Member ANNA = member("anna", "Anna Åkesson", "sv");
    static final Member BEN = member("ben", "Ben O'Neill", "en");
    static final Meeting MEETING = meeting("scheduled", 0, "Europe/Stockholm");

    private Samples() {}

    static Member member(String id, String name, String language) {
        return member(id, name, language, "skolan", null);
    }

    /** @param predecessor whose seat they took over */
    static Member member(
            String id, String name, String language, @Nullable String actor, @Nullable String predecessor) {
        Instant added = Instant.parse("2026-09-01T08:00:00Z");
        return new Member(
                id,
                name,
                id + "@skola.example",
                language,
                actor,
                List.of(new Member.Role("c-1", "coordinator", added)),
                added,
                null,
                predecessor,
                null,
                null,
                null,
                List.of(new Member.Happened("member.added.v1", "anna")));
    }

    static Meeting meeting(String status, int revision, String zone) {
        return new Meeting(
                "m-1",
                "c-1",
                "Varför slutar elever, och när; del 1",
                "Vi förstår tillsammans varför elever inte fullföljer.\nTa med ett exempel.",
                Instant.parse("2027-01-14T12:00:00Z"),
                Instant.parse("2027-01-14T13:30:00Z"),
                ZoneId.of(zone),
                "https://moten.example/skolgang?rum=7&sal=blå",
                List.of(new Meeting.AgendaItem("Välkomna"), new Meeting.AgendaItem("Kartan över <avhopp>")),
                status,
                revision,
                List.of("anna", "ben"),
                status.equals("cancelled") ? "Snöstorm i hela länet" : null);
    }

    static Insight insight(String text) {
        return new Insight("i-1", "c-1", "Kom i tid, kom tillbaka", text, "anna", "skolan", WRITTEN);
    }

    /** The school takes contact with the theatre. */
    static Match match(@Nullable String message) {
        return new Match(
                "x-1", "c-1", "n-1", "o-1", "skolan", "teatern", "anna", "teatern", "contacted", message, WRITTEN);
    }

    static Directory directory() {
        Directory directory = Mockito.mock(Directory.class);
        Mockito.when(directory.coalitionName("c-1")).thenReturn(Optional.of("Likvärdig och fullföljd skolgång"));
        Mockito.when(directory.member("anna")).thenReturn(Optional.of(ANNA));
        Mockito.when(directory.actor("skolan")).thenReturn(Optional.of(new Actor("skolan", "Norra skolan", List.of())));
        Mockito.when(directory.actor("teatern"))
                .thenReturn(Optional.of(new Actor("teatern", "Teatern <Ljus>", List.of())));
        Mockito.when(directory.needTitle("n-1")).thenReturn(Optional.of("Läxhjälp"));
        Mockito.when(directory.offerTitle("o-1")).thenReturn(Optional.of("Handledare & scen"));
        return directory;
    }

    static Mails mails() {
        Directory directory = directory();
        return new Mails(
                new MeetingLetters(directory, new AnswerLinks(SETTINGS), SETTINGS),
                new InsightLetters(directory, SETTINGS),
                new WelcomeLetters(directory, SETTINGS, Clock.fixed(WRITTEN, ZoneOffset.UTC)),
                new JoinLetters(directory, SETTINGS),
                new ContactLetters(directory, SETTINGS),
                new MeetingCalendar(SETTINGS));
    }
}
