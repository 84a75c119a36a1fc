package se.koalition.actor.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.koalition.actor.identity.Name.Likeness;

/** Whom one may mean by a new name, the closest first. */
class KnownNamesTests {

    private static KnownNames of(String... names) {
        return new KnownNames(Stream.of(names)
                .map(name -> KnownNames.Known.of(Actor.idFor(name), name))
                .toList());
    }

    private static KnownNames.Similar similar(String name, Likeness reason) {
        return new KnownNames.Similar(Actor.idFor(name), name, reason);
    }

    @Test
    void theClosestComeFirstEachWithItsReason() {
        assertThat(of("Malmo stadd", "Malmö stad, skolan", "Malmö kommun", "Lunds kommun")
                        .similarTo("Malmö stad"))
                .containsExactly(
                        similar("Malmö kommun", Likeness.SAME_WORDS), similar("Malmö stad, skolan", Likeness.PART_OF));
        assertThat(of("Länstyrelsen", "Länsstyrelsen i Skåne").similarTo("Länsstyrelsen"))
                .containsExactly(similar("Länstyrelsen", Likeness.SPELLING));
    }

    @Test
    void theSameNameIsTheSameActorAndNotASimilarOne() {
        assertThat(of("Malmö stad").similarTo(" MALMÖ  stad")).isEqualTo(List.of());
    }

    @Test
    void fiveAreEnough() {
        String[] schools = Stream.of("a", "b", "c", "d", "e", "f")
                .map(letter -> "Östra skolan " + letter)
                .toArray(String[]::new);

        assertThat(of(schools).similarTo("Östra skolan")).hasSize(5);
    }
}
