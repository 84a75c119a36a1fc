package se.koalition.actor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"212000-1124", "2120001124", " 212000 1124 ", "16212000-1124", "162120001124", "212000–1124"})
    void isWrittenInOneWayHoweverItWasTyped(String typed) {
        assertThat(OrganisationNumber.of(typed)).contains(new OrganisationNumber("212000-1124"));
    }

    @Test
    void thoseOfOtherKindsOfOrganisationsAreFineToo() {
        assertThat(OrganisationNumber.of("802002-8166")).isPresent();
        assertThat(OrganisationNumber.of("556036-0793")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "212000-1125",
                "212000-112",
                "212000-11244",
                "12120001124",
                "012000-1124",
                "811218-9876", // a personal identity number
                "19811218-9876",
                "２１２０００-1124",
                "=212000-1124",
                "SE212000112401"
            })
    void whatIsNoneIsNone(String typed) {
        assertThat(OrganisationNumber.of(typed)).isEmpty();
    }
}
