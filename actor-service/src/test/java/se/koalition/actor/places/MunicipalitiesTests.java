package se.koalition.actor.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipalitiesTests {

    @ParameterizedTest
    @ValueSource(strings = {"1280", "Malmö", "MALMÖ", " malmö ", "Malmö kommun"})
    void aMunicipalityIsFoundByCodeAndByName(String written) {
        assertThat(Municipalities.find(written)).contains(new Municipality("1280", "Malmö"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Perstorps kommun", "Perstorp"})
    void aNameMayStandInTheGenitive(String written) {
        assertThat(Municipalities.find(written)).contains(new Municipality("1275", "Perstorp"));
    }

    @Test
    void elsewhereIsNoMunicipalityOfTheList() {
        assertThat(Municipalities.find("Solna")).isEmpty();
        assertThat(Municipalities.find("")).isEmpty();
        assertThat(Municipalities.find("0180")).isEmpty();
    }
}
