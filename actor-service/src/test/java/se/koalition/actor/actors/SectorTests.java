package se.koalition.actor.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The seven sectors by their names on the wire. */
class SectorTests {

    @Test
    void theNamesOnTheWireStay() {
        assertThat(Sector.all())
                .isEqualTo("authority, region, municipality, academia, culture, civil-society, business");
    }

    @ParameterizedTest
    @EnumSource
    void eachIsReadAsItIsWritten(Sector sector) {
        assertThat(Sector.of(sector.wireName())).contains(sector);
        assertThat(Sector.read(sector.wireName())).isEqualTo(sector);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AUTHORITY", "CIVIL_SOCIETY", "civil_society", "civil society", "school"})
    void nothingElseIsASector(String other) {
        assertThat(Sector.of(other)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sector.read(other))
                .withMessageStartingWith("must be one of authority");
    }
}
