package se.koalition.actor.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private static final Optional<String> HOME = Optional.of("c");
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
        Member member = new Member("m", "Anna", "anna@skolan.example", "sv", null, List.of(host), NOW, Tenure.NONE);

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
                        Member.applying(ANNA, "c", "r", NOW).state().erase(HOME, LATER))
                .state();

        assertThat(erased.name()).isEqualTo("(erased)");
        assertThat(erased.email()).isEqualTo("m@erased.invalid");
        assertThat(erased.seat("a", "r", LATER)).isNull();
        assertThat(erased.erase(HOME, LATER)).isNull();
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
        Member left = after(after(seated().giveRole("c", NOW)).leave("Ny tjänst", HOME, LATER));

        assertThat(left.actorId()).isNull();
        assertThat(left.roles()).isEmpty();
        assertThat(left.tenure().formerActorId()).isEqualTo("a");
        assertThat(left.tenure().leftAt()).isEqualTo(LATER);
        assertThat(left.email()).isEqualTo(ANNA.email());
        assertThat(left.leave(null, HOME, LATER)).isNull();
    }

    @Test
    void whoReturnsIsTheSamePersonUnderTheNameOfToday() {
        Member left = after(seated().leave(null, HOME, NOW));
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
        Member back = after(after(seated().leave(null, HOME, NOW)).coordinate("d", LATER));

        assertThat(back.tenure()).isEqualTo(Tenure.NONE);
        assertThat(back.coordinates("d")).isTrue();
    }

    @Test
    void onlyWhatIsAnotherThanBeforeWasChanged() {
        var decision = Objects.requireNonNull(seated().describe("Anna", "en"));

        assertThat(decision.fact()).isEqualTo(new MemberFact.Described(List.of("language")));
        assertThat(decision.state().language()).isEqualTo("en");
        assertThat(seated().describe("Anna", "sv")).isNull();
    }

    @Test
    void nothingOfAPersonIsLeftInWhoIsErased() {
        Member left = after(seated().leave(null, HOME, NOW));
        Member back = after(left.seatAgain(ANNA, SEAT, "digest", NOW));

        Member erased = after(back.erase(HOME, LATER));

        assertThat(erased.toString()).doesNotContain("Anna", "anna", "digest");
        assertThat(erased.email()).isEqualTo("m@erased.invalid");
        assertThat(erased.actorId()).isNull();
        assertThat(erased.tenure().formerActorId()).isEqualTo("a");
        assertThat(erased.tenure().leftAt()).isEqualTo(LATER);
        assertThat(erased.tenure().erasedAt()).isEqualTo(LATER);
        assertThat(erased.erase(HOME, LATER)).isNull();
        assertThat(after(after(seated().leave(null, HOME, NOW)).erase(HOME, LATER))
                        .tenure()
                        .leftAt())
                .isEqualTo(NOW);
    }

    @Test
    void whoLeavesIsAnsweredForByWhereTheyWere() {
        Member left = after(after(seated().giveRole("d", NOW)).leave(null, HOME, LATER));

        assertThat(left.tenure().formerCoalitions()).containsExactly("c", "d");
        assertThat(after(left.erase(HOME, LATER)).tenure().formerCoalitions()).containsExactly("c", "d");
        assertThat(after(left.seatAgain(ANNA, SEAT, "r", LATER)).tenure().formerCoalitions())
                .isEmpty();
    }

    @Test
    void whoIsErasedIsNobodyAnyMore() {
        Member erased = after(seated().erase(HOME, NOW));

        assertThatThrownBy(() -> erased.describe("Anna", "en")).isInstanceOf(Refused.Conflict.class);
        assertThatThrownBy(() -> erased.coordinate("c", LATER)).isInstanceOf(Refused.Conflict.class);
        assertThatThrownBy(() -> erased.seatAgain(ANNA, SEAT, "r", LATER)).isInstanceOf(Refused.Conflict.class);
        assertThat(erased.admit("c", "r", LATER)).isNull();
    }

    @Test
    void whoIsAdmittedBelongsWithoutASeatAndMayGetOneLater() {
        var decision = Objects.requireNonNull(
                Member.applying(ANNA, "c", "r", NOW).state().admit("c", "r", LATER));

        assertThat(decision.fact()).isEqualTo(new MemberFact.Admitted("c", "r"));
        Member admitted = decision.state();
        assertThat(admitted.applies()).isFalse();
        assertThat(admitted.coordinates("c")).isFalse();
        assertThat(admitted.roles()).containsExactly(new Member.Role("c", "member", LATER));
        assertThat(admitted.addedAt()).isEqualTo(LATER);
        assertThat(admitted.admit("c", "r", LATER)).isNull();

        Members.Person other = new Members.Person("x", "Somebody", "anna@skolan.example", "en");
        Member seated = after(admitted.seatAgain(other, SEAT, "digest", LATER));
        assertThat(seated.name()).isEqualTo("Anna");
        assertThat(seated.actorId()).isEqualTo("a");
        assertThat(seated.roles()).isEqualTo(admitted.roles());
        assertThat(seated.seatAgain(other, SEAT, "digest", LATER)).isNull();
    }

    @Test
    void whoRepresentsAnActorElsewhereIsAdmittedBesideTheirSeat() {
        Member both = after(seated().admit("d", "r", LATER));

        assertThat(both.actorId()).isEqualTo("a");
        assertThat(both.role("d")).contains(new Member.Role("d", "member", LATER));
        assertThat(both.addedAt()).isEqualTo(NOW);
    }

    @Test
    void oneCoalitionIsLeftAlone() {
        Member two = after(Member.asCoordinator(ANNA, "c", NOW).state().coordinate("d", NOW));

        var one = Objects.requireNonNull(two.leave("c", false, null, LATER));
        assertThat(one.fact()).isEqualTo(new MemberFact.RoleWithdrawn("c", "coordinator"));
        assertThat(one.state().roles()).extracting(Member.Role::coalitionId).containsExactly("d");
        assertThat(one.state().leave("c", false, null, LATER)).isNull();

        var none = Objects.requireNonNull(one.state().leave("d", false, "Klar", LATER));
        assertThat(none.fact()).isEqualTo(new MemberFact.Left("Klar"));
        assertThat(none.state().tenure().formerCoalitions()).containsExactly("d");
        assertThatThrownBy(() -> seated().leave("c", true, null, LATER)).isInstanceOf(Refused.Conflict.class);
        assertThat(Member.applying(ANNA, "e", "r", NOW).state().leave("c", false, null, LATER))
                .isNull();
    }
}
