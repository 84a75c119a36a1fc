package se.koalition.actor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.malmo.se",
                "http://malmo.se:8080/a/b?c=d#e",
                "HTTPS://Malmo.se/",
                "https://räddabarnen.example/å",
                "https://xn--malm-8qa.example"
            })
    void whereOneCanGoIsFine(String typed) {
        assertThat(WebAddress.of(" " + typed + " ")).contains(new WebAddress(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "www.malmo.se",
                "javascript:alert(1)",
                "ftp://malmo.se",
                "https://",
                "https://localhost",
                "https://malmo",
                "https://user:secret@malmo.se",
                "https://malmo.se@evil.example",
                "https://malmo.se\\@evil.example",
                "https://mal mo.se",
                "https://malmo.se/a b",
                "https://malmo.se/\u0007",
                "https://malmo.se/\n",
                "https://malmo..se",
                "https://-malmo.se",
                "https://malmo.se/<script>"
            })
    void everythingElseIsNot(String typed) {
        assertThat(WebAddress.of(typed.endsWith("\n") ? typed + "x" : typed)).isEmpty();
    }

    @Test
    void fiveHundredCharactersAreEnough() {
        String address = "https://malmo.se/";

        assertThat(WebAddress.of(address + "x".repeat(500 - address.length()))).isPresent();
        assertThat(WebAddress.of(address + "x".repeat(501 - address.length()))).isEmpty();
    }
}
