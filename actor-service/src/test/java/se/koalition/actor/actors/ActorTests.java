package se.koalition.actor.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An organisation is one actor, however its name is typed, and joins each coalition once. */
class ActorTests {

    private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Actor REGISTERED = Actor.register(
                    "a", " Länsstyrelsen  Östervik ", Sector.AUTHORITY, "Östervik", NOW)
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

        assertThat(decision.fact()).isEqualTo(new Actor.JoinedCoalition("c", "i"));
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
}
