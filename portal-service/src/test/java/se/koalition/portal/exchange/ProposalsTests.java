package se.koalition.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.koalition.portal.matching.Matcher;
import se.koalition.portal.matching.Posting;
import se.koalition.portal.matching.Proposal;

/** Which pairs of a whole coalition come first. */
class ProposalsTests {

    private static final Matcher MATCHER = new Matcher();
    private static final Posting TUTORS =
            posting("tutors", "school", "municipality", "Läxhjälp på kvällar", "Vi söker studenter som hjälper till.");
    private static final Posting STAGE =
            posting("stage", "theatre", "culture", "Scen och ljud", "Vi behöver låna en scen med ljud och ljus.");
    private static final Posting STUDENTS =
            posting("students", "university", "academia", "Studenter ger läxhjälp", "Läxhjälp på kvällar i skolan.");
    private static final Posting LIKE_STUDENTS =
            posting("a-pupils", "other-school", "municipality", STUDENTS.title(), STUDENTS.text());
    private static final Posting HALL =
            posting("hall", "hall", "business", "Scen att låna", "En scen med ljud och ljus.");

    private static Posting posting(String id, String actor, String sector, String title, String text) {
        return new Posting(id, actor, sector, title, text, List.of(), "1280", "Malmö");
    }

    private static List<String> pairs(List<Posting> needs, List<Posting> offers) {
        Acquaintances nobody = new Acquaintances(java.util.Map.of());
        return new Proposals(new Proposals.Grounds(needs, offers, nobody), MATCHER)
                .pairs().stream().map(p -> p.needId() + "-" + p.offerId()).toList();
    }

    @Test
    void theBestComeFirstAndOfEqualsTheOneOfAnotherSector() {
        List<String> pairs = pairs(List.of(TUTORS, STAGE), List.of(LIKE_STUDENTS, STUDENTS, HALL));

        assertThat(pairs).containsSubsequence("tutors-students", "tutors-a-pupils");
        assertThat(pairs.subList(0, 3)).containsExactlyInAnyOrder("tutors-students", "tutors-a-pupils", "stage-hall");
    }

    @Test
    void theOrderInWhichTheyWerePostedChangesNothing() {
        assertThat(pairs(List.of(STAGE, TUTORS), List.of(HALL, STUDENTS, LIKE_STUDENTS)))
                .isEqualTo(pairs(List.of(TUTORS, STAGE), List.of(LIKE_STUDENTS, STUDENTS, HALL)));
    }

    @Test
    void scoresNeverRise() {
        List<Double> scores = new Proposals(
                        new Proposals.Grounds(
                                List.of(TUTORS, STAGE),
                                List.of(HALL, STUDENTS, LIKE_STUDENTS),
                                new Acquaintances(java.util.Map.of())),
                        MATCHER)
                .pairs().stream().map(Proposal::score).toList();

        assertThat(scores).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }
}
