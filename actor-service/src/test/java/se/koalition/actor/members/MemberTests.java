package se.koalition.actor.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Refused;

/** Someone is a member once, for an actor or as a coordinator or both. */
class MemberTests {

    private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Members.Person ANNA = new Members.Person("m", "Anna", "anna@skolan.example", "sv");
    private static final Members.Seat SEAT = new Members.Seat("a", false, null);
    private static final Members.Seat OTHER_SEAT = new Members.Seat("b", true, "p");

    @Test
    void aRepresentativeSitsForAnActorAndCoordinatesNothing() {
        var decision = Member.forActor(ANNA, SEAT, NOW);

        assertThat(decision.state().actorId()).isEqualTo("a");
        assertThat(decision.state().coordinates("c")).isFalse();
        assertThat(decision.fact()).isEqualTo(new MemberFact.Added("a", null, null));
        assertThat(decision.fact().type()).isEqualTo("member.added.v1");
    }

    @Test
    void aCoordinatorCoordinatesThisCoalitionOnly() {
        var decision = Member.asCoordinator(ANNA, "c", NOW);

        assertThat(decision.state().actorId()).isNull();
        assertThat(decision.state().coordinates("c")).isTrue();
        assertThat(decision.state().coordinates("d")).isFalse();
        assertThat(decision.fact()).isEqualTo(new MemberFact.Added(null, "c", "coordinator"));
    }

    @Test
    void anotherRoleThanCoordinatorGivesNoRights() {
        Member.Role host = new Member.Role("c", "host", NOW);
        Member member =
                new Member("m", "Anna", "anna@skolan.example", "sv", null, java.util.List.of(host), NOW, Tenure.NONE);

        assertThat(member.coordinates("c")).isFalse();
    }

    @Test
    void aRepresentativeMayCoordinateAsWell() {
        Member representative = Member.forActor(ANNA, SEAT, NOW).state();

        var decision = Objects.requireNonNull(representative.coordinate("c", LATER));

        assertThat(decision.fact()).isEqualTo(new MemberFact.Added("a", "c", "coordinator"));
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

        assertThat(decision.fact()).isEqualTo(new MemberFact.Seated("a", "r"));
        assertThat(decision.state().applies()).isFalse();
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

    private static Member seated() {
        return Member.forActor(ANNA, SEAT, NOW).state();
    }

    private static Member after(@Nullable Decision<Member> decision) {
        return Objects.requireNonNull(decision).state();
    }

    @Test
    void aDeputyAndASuccessorAreToldAsSuch() {
        var decision = Member.forActor(ANNA, OTHER_SEAT, NOW);

        assertThat(decision.fact()).isEqualTo(new MemberFact.Added("b", null, null, "p", true));
        assertThat(decision.state().deputises()).isTrue();
        assertThat(decision.state().tenure().successorOf()).isEqualTo("p");
    }

    @Test
    void theDeputyMayHoldTheSeatAndBack() {
        Member deputy = after(seated().nameDeputy(true));

        assertThat(deputy.deputises()).isTrue();
        assertThat(deputy.nameDeputy(true)).isNull();
        assertThat(after(deputy.nameDeputy(false)).deputises()).isFalse();
        assertThatThrownBy(() -> Member.asCoordinator(ANNA, "c", NOW).state().nameDeputy(true))
                .isInstanceOf(Refused.Conflict.class);
    }

    @Test
    void aRoleIsGivenAndWithdrawnOnce() {
        Member coordinator = after(seated().giveRole("c", LATER));

        assertThat(coordinator.roles()).containsExactly(new Member.Role("c", "coordinator", LATER));
        assertThat(coordinator.giveRole("c", LATER)).isNull();
        assertThat(after(coordinator.withdrawRole("c", true, LATER)).roles()).isEmpty();
        assertThat(seated().withdrawRole("c", true, LATER)).isNull();
    }

    @Test
    void whoRepresentsNobodyStaysAsAPlainMember() {
        Member plain = after(Member.asCoordinator(ANNA, "c", NOW).state().withdrawRole("c", false, LATER));

        assertThat(plain.coordinates("c")).isFalse();
        assertThat(plain.roles()).containsExactly(new Member.Role("c", "member", LATER));
        assertThat(after(plain.giveRole("c", LATER)).roles())
                .containsExactly(new Member.Role("c", "coordinator", LATER));
    }

    @Test
    void whoLeavesHasNoSeatAndNoRoleAnyMore() {
        Member left = after(after(seated().giveRole("c", NOW)).leave("Ny tjänst", LATER));

        assertThat(left.actorId()).isNull();
        assertThat(left.roles()).isEmpty();
        assertThat(left.tenure().formerActorId()).isEqualTo("a");
        assertThat(left.tenure().leftAt()).isEqualTo(LATER);
        assertThat(left.email()).isEqualTo(ANNA.email());
        assertThat(left.leave(null, LATER)).isNull();
    }

    @Test
    void whoReturnsIsTheSamePersonUnderTheNameOfToday() {
        Member left = after(seated().leave(null, NOW));
        Members.Person today = new Members.Person("x", "Anna B", "anna@skolan.example", "en");

        var decision = Objects.requireNonNull(left.seatAgain(today, OTHER_SEAT, "r", LATER));

        assertThat(decision.fact()).isEqualTo(new MemberFact.Added("b", null, null, "p", true));
        Member back = decision.state();
        assertThat(back.id()).isEqualTo("m");
        assertThat(back.name()).isEqualTo("Anna B");
        assertThat(back.actorId()).isEqualTo("b");
        assertThat(back.addedAt()).isEqualTo(LATER);
        assertThat(back.tenure().leftAt()).isNull();
        assertThat(back.seatAgain(today, OTHER_SEAT, "r", LATER)).isNull();
        assertThatThrownBy(() -> back.seatAgain(today, OTHER_SEAT, "another", LATER))
                .isInstanceOf(Refused.Conflict.class);
        assertThatThrownBy(() -> seated().seatAgain(today, SEAT, "r", LATER)).isInstanceOf(Refused.Conflict.class);
    }

    @Test
    void whoLeftAndCoordinatesAnotherCoalitionIsBack() {
        Member back = after(after(seated().leave(null, NOW)).coordinate("d", LATER));

        assertThat(back.tenure()).isEqualTo(Tenure.NONE);
        assertThat(back.coordinates("d")).isTrue();
    }

    @Test
    void onlyWhatIsAnotherThanBeforeWasChanged() {
        var decision = Objects.requireNonNull(seated().describe("Anna", "en"));

        assertThat(decision.fact()).isEqualTo(new MemberFact.Described(java.util.List.of("language")));
        assertThat(decision.state().language()).isEqualTo("en");
        assertThat(seated().describe("Anna", "sv")).isNull();
    }

    @Test
    void nothingOfAPersonIsLeftInWhoIsErased() {
        Member left = after(seated().leave(null, NOW));
        Member back = after(left.seatAgain(ANNA, SEAT, "digest", NOW));

        Member erased = after(back.erase(LATER));

        assertThat(erased.toString()).doesNotContain("Anna", "anna", "digest");
        assertThat(erased.email()).isEqualTo("m@erased.invalid");
        assertThat(erased.actorId()).isNull();
        assertThat(erased.tenure().formerActorId()).isEqualTo("a");
        assertThat(erased.tenure().leftAt()).isEqualTo(LATER);
        assertThat(erased.tenure().erasedAt()).isEqualTo(LATER);
        assertThat(erased.erase(LATER)).isNull();
        assertThat(after(after(seated().leave(null, NOW)).erase(LATER)).tenure().leftAt())
                .isEqualTo(NOW);
    }
}
