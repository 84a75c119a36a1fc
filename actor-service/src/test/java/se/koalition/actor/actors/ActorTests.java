package se.koalition.actor.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.koalition.messaging.Refused;

/** An organisation is one actor, however its name is typed, and joins each coalition once. */
class ActorTests {

    private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant EVEN_LATER = LATER.plusSeconds(60);
    private static final Actor REGISTERED = Actor.register(
                    "a", Profile.of(" Länsstyrelsen  Östervik ", Sector.AUTHORITY, "Östervik"), NOW)
            .state();
    private static final Actor JOINED =
            Objects.requireNonNull(REGISTERED.join("c", "i", LATER)).state();

    @Test
    void theIdFollowsFromTheNameAsPromised() {
        UUID promised = UUID.nameUUIDFromBytes("actor:länsstyrelsen östervik".getBytes(StandardCharsets.UTF_8));

        assertThat(Actor.idFor("Länsstyrelsen Östervik")).isEqualTo(promised.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "länsstyrelsen östervik",
                " LÄNSSTYRELSEN   ÖSTERVIK\t",
                "Länsstyrelsen\u00a0Östervik",
                "La\u0308nsstyrelsen O\u0308stervik"
            })
    void caseBlanksAndHowLettersAreComposedMakeNoDifference(String typed) {
        assertThat(Actor.idFor(typed)).isEqualTo(Actor.idFor("Länsstyrelsen Östervik"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lansstyrelsen Ostervik", "Länsstyrelsen", "LänsstyrelsenÖstervik", ""})
    void anotherNameIsAnotherActor(String other) {
        assertThat(Actor.idFor(other)).isNotEqualTo(Actor.idFor("Länsstyrelsen Östervik"));
    }

    @Test
    void aRegisteredActorHasATidyNameAndTakesPartNowhere() {
        assertThat(REGISTERED.name()).isEqualTo("Länsstyrelsen Östervik");
        assertThat(REGISTERED.registeredAt()).isEqualTo(NOW);
        assertThat(REGISTERED.participations()).isEmpty();
        assertThat(REGISTERED.participation("c")).isNull();
    }

    @Test
    void joiningKeepsWhenAndThroughWhichImport() {
        var decision = Objects.requireNonNull(REGISTERED.join("c", "i", LATER));

        assertThat(decision.fact()).isEqualTo(new ActorFacts.JoinedCoalition("c", "i"));
        assertThat(decision.fact().type()).isEqualTo("actor.joined-coalition.v1");
        assertThat(decision.state().participations()).containsExactly(new Actor.Participation("c", LATER, "i"));
        assertThat(decision.state().registeredAt()).isEqualTo(NOW);
    }

    @Test
    void joiningWhereItTakesPartAlreadyIsNothingNew() {
        assertThat(JOINED.join("c", "another import", LATER)).isNull();
        assertThat(JOINED.join("c", null, LATER)).isNull();
    }

    @Test
    void anotherCoalitionIsJoinedBesideTheFirst() {
        var decision = Objects.requireNonNull(JOINED.join("d", null, LATER));

        assertThat(decision.state().participations())
                .extracting(Actor.Participation::coalitionId)
                .containsExactly("c", "d");
    }

    @Test
    void describingTellsWhatIsAnotherNow() {
        Profile profile = new Profile(
                "LÄNSSTYRELSEN Östervik", Sector.AUTHORITY, "1280", null, "https://lst.example", " Vi\r\nfinns. ", " ");

        var decision = Objects.requireNonNull(JOINED.describe(profile));

        assertThat(decision.fact())
                .isEqualTo(new ActorFacts.Described(List.of("name", "municipality", "website", "description")));
        assertThat(decision.state().municipality()).isEqualTo("Malmö");
        assertThat(decision.state().profile().municipalityCode()).isEqualTo("1280");
        assertThat(decision.state().description()).isEqualTo("Vi\nfinns.");
        assertThat(decision.state().publicContact()).isNull();
        assertThat(decision.state().participations()).isEqualTo(JOINED.participations());
        assertThat(decision.state().describe(profile)).as("the same again").isNull();
    }

    @Test
    void leavingKeepsSinceWhenUntilWhenAndWhy() {
        var decision = Objects.requireNonNull(JOINED.leave("c", "ny inriktning", EVEN_LATER));

        assertThat(decision.fact()).isEqualTo(new ActorFacts.LeftCoalition("c", "ny inriktning"));
        assertThat(decision.state().participations()).isEmpty();
        assertThat(ActorState.of(decision.state()).formerParticipations())
                .containsExactly(new ActorState.FormerState("c", LATER, EVEN_LATER, "ny inriktning"));
        assertThat(decision.state().leave("c", null, EVEN_LATER)).as("again").isNull();
        assertThat(JOINED.leave("d", null, LATER)).as("elsewhere").isNull();
    }

    @Test
    void whoLeftMayJoinAgainButNotByTheSameImportsRepeatedRow() {
        Actor left = Objects.requireNonNull(JOINED.leave("c", null, LATER)).state();

        assertThat(left.join("c", "i", EVEN_LATER)).isNull();
        Actor back =
                Objects.requireNonNull(left.join("c", "another", EVEN_LATER)).state();

        assertThat(back.participation("c")).isEqualTo(new Actor.Participation("c", EVEN_LATER, "another"));
        assertThat(back.former()).hasSize(1);
    }

    private static Actor duplicate() {
        Actor registered = Actor.register("b", Profile.of("Länsstyrelsen", Sector.AUTHORITY, null), NOW)
                .state();
        Actor inC = Objects.requireNonNull(registered.join("c", null, LATER)).state();
        return Objects.requireNonNull(inC.join("d", null, LATER)).state();
    }

    @Test
    void theOneThatStaysTakesPartWhereverItsDuplicateDoes() {
        var decision = Objects.requireNonNull(JOINED.takeOver(duplicate()));

        assertThat(decision.fact()).isEqualTo(new ActorFacts.DuplicateMerged("b"));
        assertThat(decision.state().participations())
                .containsExactly(new Actor.Participation("c", LATER, "i"), new Actor.Participation("d", LATER, null));
        assertThat(decision.state().takeOver(duplicate())).as("again").isNull();
    }

    @Test
    void aMergedDuplicateTakesPartNowhereAndIsLeftAlone() {
        var decision = Objects.requireNonNull(duplicate().mergeInto("a"));
        Actor merged = decision.state();

        assertThat(decision.fact()).isEqualTo(new ActorFacts.Merged("a"));
        assertThat(merged.participations()).isEmpty();
        assertThat(merged.handedOver()).hasSize(2);
        assertThat(merged.mergeInto("x")).isNull();
        assertThat(merged.join("e", null, LATER)).isNull();
        assertThatExceptionOfType(Refused.Conflict.class).isThrownBy(() -> merged.describe(merged.profile()));
        assertThatExceptionOfType(Refused.Conflict.class).isThrownBy(() -> merged.takeOver(JOINED));
    }

    @Test
    void ofTwoThatTookEachOtherOverOneStays() {
        Actor a = Objects.requireNonNull(JOINED.takeOver(duplicate())).state();
        Actor b = Objects.requireNonNull(duplicate().takeOver(JOINED)).state();

        assertThat(a.id()).isEqualTo("a");
        assertThat(a.mergeInto("b")).as("the smaller id").isNull();
        assertThat(Objects.requireNonNull(b.mergeInto("a")).state().mergedInto())
                .isEqualTo("a");
        assertThat(a.mergeInto("x")).as("into another").isNotNull();
    }

    @Test
    void whatTheDuplicateJoinedInTheLastMomentIsTakenOverUnlessLeftSince() {
        Actor.Participation late = new Actor.Participation("e", LATER, null);

        Actor joined = Objects.requireNonNull(JOINED.takeOver(late, NOW)).state();
        Actor left = Objects.requireNonNull(joined.leave("e", null, EVEN_LATER)).state();

        assertThat(joined.participation("e")).isEqualTo(late);
        assertThat(joined.takeOver(late, NOW)).as("again").isNull();
        assertThat(left.takeOver(late, NOW)).as("weeks later").isNull();
    }
}
