package se.koalition.actor.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipalitiesTests {

    @ParameterizedTest
    @ValueSource(strings = {"1280", "Malmö", "MALMÖ", " malmö ", "Malmö kommun", "Malmö stad"})
    void aMunicipalityIsFoundByCodeAndByName(String written) {
        assertThat(Municipalities.find(written)).contains(new Municipality("1280", "Malmö"));
    }

    @ParameterizedTest
    @CsvSource({
        "Perstorps kommun, Perstorp",
        "Lunds kommun, Lund",
        "Helsingborgs stad, Helsingborg",
        "Hörby kommun, Hörby",
        "Höganäs kommun, Höganäs",
        "Höganäs, Höganäs",
        "Bromölla kommun, Bromölla"
    })
    void aNameMayStandInTheGenitive(String written, String name) {
        assertThat(Municipalities.find(written)).map(Municipality::name).contains(name);
    }

    @Test
    void elsewhereIsNoMunicipalityOfTheList() {
        assertThat(Municipalities.find("Solna")).isEmpty();
        assertThat(Municipalities.find("")).isEmpty();
        assertThat(Municipalities.find("kommun")).isEmpty();
        assertThat(Municipalities.find("Höganä")).isEmpty();
        assertThat(Municipalities.find("0180")).isEmpty();
    }
}
