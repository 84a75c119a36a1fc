package se.koalition.actor.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Someone is a member once, for an actor or as a coordinator or both. */
class MemberTests {

    private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Members.Person ANNA = new Members.Person("m", "Anna", "anna@skolan.example", "sv");

    @Test
    void aRepresentativeSitsForAnActorAndCoordinatesNothing() {
        var decision = Member.forActor(ANNA, "a", NOW);

        assertThat(decision.state().actorId()).isEqualTo("a");
        assertThat(decision.state().coordinates("c")).isFalse();
        assertThat(decision.fact()).isEqualTo(new Member.Added("a", null, null));
        assertThat(decision.fact().type()).isEqualTo("member.added.v1");
    }

    @Test
    void aCoordinatorCoordinatesThisCoalitionOnly() {
        var decision = Member.asCoordinator(ANNA, "c", NOW);

        assertThat(decision.state().actorId()).isNull();
        assertThat(decision.state().coordinates("c")).isTrue();
        assertThat(decision.state().coordinates("d")).isFalse();
        assertThat(decision.fact()).isEqualTo(new Member.Added(null, "c", "coordinator"));
    }

    @Test
    void anotherRoleThanCoordinatorGivesNoRights() {
        Member.Role host = new Member.Role("c", "host", NOW);
        Member member =
                new Member("m", "Anna", "anna@skolan.example", "sv", null, java.util.List.of(host), NOW, null, null);

        assertThat(member.coordinates("c")).isFalse();
    }

    @Test
    void aRepresentativeMayCoordinateAsWell() {
        Member representative = Member.forActor(ANNA, "a", NOW).state();

        var decision = Objects.requireNonNull(representative.coordinate("c", LATER));

        assertThat(decision.fact()).isEqualTo(new Member.Added("a", "c", "coordinator"));
        assertThat(decision.state().coordinates("c")).isTrue();
        assertThat(decision.state().actorId()).isEqualTo("a");
        assertThat(decision.state().addedAt()).isEqualTo(NOW);
        assertThat(decision.state().roles()).containsExactly(new Member.Role("c", "coordinator", LATER));
    }

    @Test
    void coordinatingTwiceIsNothingNew() {
        assertThat(Member.asCoordinator(ANNA, "c", NOW).state().coordinate("c", LATER))
                .isNull();
    }

    @Test
    void anApplicantHasNothingUntilTheySit() {
        Member applicant = Member.applying(ANNA, "c", "r", NOW).state();
        assertThat(applicant.actorId()).isNull();
        assertThat(applicant.roles()).isEmpty();

        var decision = Objects.requireNonNull(applicant.seat("a", "r", LATER));

        assertThat(decision.fact()).isEqualTo(new ApplicantFact.Seated("a", "r"));
        assertThat(decision.state().applicant()).isNull();
        assertThat(decision.state().addedAt()).isEqualTo(LATER);
        assertThat(decision.state().seat("b", "r", LATER)).isNull();
    }

    @Test
    void whoIsErasedIsNotSeated() {
        Member erased = Objects.requireNonNull(
                        Member.applying(ANNA, "c", "r", NOW).state().erase(LATER))
                .state();

        assertThat(erased.name()).isEqualTo("(erased)");
        assertThat(erased.email()).isEqualTo("m@erased.invalid");
        assertThat(erased.seat("a", "r", LATER)).isNull();
        assertThat(erased.erase(LATER)).isNull();
    }

    @Test
    void addressesAreComparedAsTheyAreMeant() {
        assertThat(Emails.normalise(" Anna@Skolan.EXAMPLE\t")).isEqualTo("anna@skolan.example");
        assertThat(Emails.normalise("INFO@SKOLAN.EXAMPLE")).isEqualTo("info@skolan.example");
    }
}
