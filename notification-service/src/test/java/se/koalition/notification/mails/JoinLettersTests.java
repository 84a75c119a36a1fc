package se.koalition.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.koalition.notification.directory.JoinRequest;
import se.koalition.notification.directory.Member;

class JoinLettersTests {

    private static final Instant WHEN = Instant.parse("2026-11-20T08:00:00Z");
    private static final Member APPLICANT = new Member(
            "rut",
            "Rut",
            "rut@kulturskolan.example",
            "sv",
            null,
            List.of(),
            WHEN,
            null,
            null,
            null,
            new Member.Applicant("c-1"),
            null,
            List.of());

    private final JoinLetters letters = new JoinLetters(Samples.directory(), Samples.SETTINGS);

    private static JoinRequest request(String status, @Nullable String message, @Nullable String actorId) {
        return new JoinRequest("r-1", "c-1", "Kulturskolan", "rut", true, status, message, actorId, WHEN);
    }

    @Test
    void coordinatorsAreLedToThePageWhereTheyAnswer() {
        String text = TextBody.of(letters.asked(request("held", null, null), Samples.BEN));

        assertThat(text)
                .contains("Kulturskolan has asked to join Likvärdig och fullföljd skolgång")
                .contains("https://koalition.example/coalitions/c-1/join-requests");
    }

    @Test
    void whoSitsForTheActorIsToldSoAndWhoKeepsAnotherSeatToo() {
        JoinRequest accepted = request("accepted", null, "skolan");

        assertThat(TextBody.of(letters.answered(accepted, Samples.ANNA)))
                .contains("Du företräder Kulturskolan.", "https://koalition.example/sign-in");
        assertThat(TextBody.of(letters.answered(request("accepted", null, "annan"), Samples.ANNA)))
                .contains("Din egen plats är som förut.")
                .doesNotContain("Du företräder Kulturskolan.");
    }

    @Test
    void whoHasNoSeatIsToldThatTheActorGivesIt() {
        Member admitted = Samples.member("eva", "Eva", "sv", null, null);

        assertThat(TextBody.of(letters.answered(request("accepted", null, "skolan"), admitted)))
                .contains("Du är med i koalitionen som dig själv", "be dem ge dig en plats")
                .doesNotContain("Du företräder");
    }

    @Test
    void aNoSaysWhatTheCoordinatorWroteAndThatTheApplicantIsForgotten() {
        String text = TextBody.of(letters.answered(request("declined", "Bara i Skåne.", null), APPLICANT));

        assertThat(text).contains("Bara i Skåne.", "raderas om 30 dagar");
        assertThat(TextBody.of(letters.answered(request("declined", null, null), Samples.ANNA)))
                .doesNotContain("raderas", "Så skriver samordnarna");
        assertThat(HtmlBody.of(letters.answered(request("declined", "<b>Nej</b>", null), APPLICANT)))
                .contains("&lt;b&gt;Nej&lt;/b&gt;");
    }
}
