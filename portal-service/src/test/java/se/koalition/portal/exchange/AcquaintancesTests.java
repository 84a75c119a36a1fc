package se.koalition.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.koalition.portal.readmodel.Match;
import se.koalition.portal.readmodel.Meeting;
import se.koalition.portal.readmodel.Member;

/** Who has met whom. */
class AcquaintancesTests {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final List<Member> MEMBERS =
            List.of(member("anna", "school"), member("bo", "museum"), member("carin", "theatre"), member("dan", null));

    private static Member member(String id, @Nullable String actor) {
        return new Member(
                1, id, id, id + "@x.example", "sv", actor, List.of(), null, null, null, null, null, List.of(), null);
    }

    /** Over an hour before now, with an answer to the present schedule and one to an older one. */
    private static Meeting meeting(String status, Instant end) {
        return new Meeting(
                1,
                "m-" + status + end,
                "c",
                "Möte",
                null,
                end.minusSeconds(3600),
                end,
                "Europe/Stockholm",
                null,
                List.of(),
                status,
                1,
                List.of("anna", "bo", "carin", "dan"),
                null,
                Map.of(
                        "anna", new Meeting.Answer("yes", 1),
                        "bo", new Meeting.Answer("yes", 1),
                        "carin", new Meeting.Answer("yes", 0),
                        "dan", new Meeting.Answer("yes", 1)));
    }

    private static Match match(String status) {
        return new Match(
                1, "x", "c", "n", "o", "school", "theatre", "anna", "theatre", status, null, null, NOW, null, null);
    }

    private static Acquaintances of(List<Meeting> meetings, List<Match> matches) {
        return Acquaintances.of(meetings, matches, MEMBERS, NOW);
    }

    @Test
    void thoseWhoSaidYesToAMeetingThatIsOverHaveMet() {
        Acquaintances met = of(List.of(meeting("scheduled", NOW.minusSeconds(1))), List.of());

        assertThat(met.before("school", "museum")).isTrue();
        assertThat(met.before("museum", "school")).isTrue();
        assertThat(met.before("school", "theatre"))
                .as("answered an older schedule")
                .isFalse();
    }

    @Test
    void aMeetingThatIsToComeOrWasCancelledBringsNobodyTogether() {
        Acquaintances met = of(
                List.of(meeting("scheduled", NOW.plusSeconds(1)), meeting("cancelled", NOW.minusSeconds(1))),
                List.of());

        assertThat(met.before("school", "museum")).isFalse();
    }

    @Test
    void aMatchBringsTogetherOnceTheTwoHaveMet() {
        assertThat(of(List.of(), List.of(match("contacted"))).before("school", "theatre"))
                .isFalse();
        assertThat(of(List.of(), List.of(match("met"))).before("theatre", "school"))
                .isTrue();
        assertThat(of(List.of(), List.of(match("concluded"))).before("school", "museum"))
                .isFalse();
    }
}
