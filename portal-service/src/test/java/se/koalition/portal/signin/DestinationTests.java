package se.koalition.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/me",
                "/coalitions/39543733-6ba5-3595-bb40-c283b29109ef/exchange?theme=l%C3%A4xor&page=2",
                "/meetings/x?lang=en",
                "/signatures"
            })
    void leadsToAPageHere(String path) {
        assertThat(Destination.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "me",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/me\\..\\evil",
                "https:evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                " /me",
                "/me\r\nSet-Cookie: a=b",
                "/\t/evil.example",
                "/me#x",
                "/sign-in?failed",
                "/login/ott"
            })
    void anythingElseLeadsToTheStartPage(String text) {
        assertThat(Destination.of(text)).isEqualTo("/");
        assertThat(Destination.greeted(text)).isEqualTo("/?signed-in");
    }

    @Test
    void whatIsTooLongLeadsToTheStartPage() {
        assertThat(Destination.of("/" + "a".repeat(499))).hasSize(500);
        assertThat(Destination.of("/" + "a".repeat(500))).isEqualTo("/");
    }

    @Test
    void oneIsGreetedBehindTheQueryToo() {
        assertThat(Destination.greeted("/me")).isEqualTo("/me?signed-in");
        assertThat(Destination.greeted("/me?x=1")).isEqualTo("/me?x=1&signed-in");
    }
}
