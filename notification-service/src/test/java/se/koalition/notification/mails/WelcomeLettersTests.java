package se.koalition.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.koalition.notification.directory.Coalition;
import se.koalition.notification.directory.Directory;
import se.koalition.notification.directory.Meeting;
import se.koalition.notification.directory.Member;

/** What a new member reads first, and what a successor gets to know. */
class WelcomeLettersTests {

    private final Directory directory = Samples.directory();
    private final WelcomeLetters letters =
            new WelcomeLetters(directory, Samples.SETTINGS, Clock.fixed(Samples.WRITTEN, ZoneOffset.UTC));

    @BeforeEach
    void aCoalitionThatHasMetAndLearnt() {
        when(directory.coalitionsOf(any()))
                .thenReturn(
                        List.of(new Coalition("c-1", "Skolgång", "Varför slutar elever?", "Många *slutar* i åttan.")));
        when(directory.meetingsIn("c-1"))
                .thenReturn(List.of(
                        Samples.MEETING,
                        meeting("Uppstart", Samples.WRITTEN.minus(Duration.ofDays(30)), "scheduled"),
                        meeting("Inställt möte", Samples.WRITTEN.plus(Duration.ofDays(30)), "cancelled")));
        when(directory.insightsIn(List.of("c-1"))).thenReturn(List.of(Samples.insight("text")));
    }

    private static Meeting meeting(String title, Instant start, String status) {
        return new Meeting(
                title,
                "c-1",
                title,
                null,
                start,
                start.plusSeconds(3600),
                ZoneId.of("Europe/Stockholm"),
                null,
                List.of(),
                status,
                0,
                List.of(),
                null);
    }

    private String text(Member member) {
        return TextBody.of(letters.letter(member));
    }

    @Test
    void aNewMemberReadsForWhomWhatByWhomAndHowToSayNo() {
        String text = text(Samples.member("cia", "Cia", "sv", "skolan", null));

        assertThat(text)
                .contains(
                        "Hej Cia!",
                        "Du företräder Norra skolan i Skolgång.",
                        "Det är Anna Åkesson som har lagt till dig.",
                        "Det vi vill lösa: Varför slutar elever?",
                        "Varför slutar elever, och när; del 1, tors 14 jan kl. 13.00",
                        "Logga in: https://koalition.example/sign-in",
                        "Min sida: https://koalition.example/me")
                .doesNotContain("Uppstart", "Inställt möte", "Kom i tid", "åttan");
    }

    @Test
    void aSuccessorReadsWhatHasBeenToo() {
        String text = text(Samples.member("cia", "Cia", "en", "skolan", "anna"));

        assertThat(text)
                .contains(
                        "Hello Cia,",
                        "You represent Norra skolan in Skolgång. You take over the seat from Anna Åkesson.\n",
                        "Många slutar i åttan.",
                        "What we have met about:\n- Uppstart, Wed 21 Oct at 10:00",
                        "Latest insights:\n- Kom i tid, kom tillbaka")
                .doesNotContain("Inställt möte");
    }

    @Test
    void whoWasErasedIsNamedNoMore() {
        Member gone = new Member(
                "anna",
                "(erased)",
                "anna@erased.invalid",
                "sv",
                null,
                List.of(),
                Samples.WRITTEN,
                null,
                null,
                Samples.WRITTEN,
                null,
                Samples.WRITTEN,
                List.of());
        when(directory.member("anna")).thenReturn(Optional.of(gone));

        assertThat(text(Samples.member("cia", "Cia", "sv", "skolan", "anna")))
                .doesNotContain("erased", "Du tar över", "lagt till dig.");
    }

    @Test
    void aCoordinatorFromOutsideCoordinates() {
        assertThat(text(Samples.member("cia", "Cia", "sv", null, null))).contains("Du samordnar Skolgång. Det är");
    }
}
