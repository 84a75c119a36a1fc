package se.koalition.portal.pages.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.koalition.portal.settings.Settings;

class AnswerLinksTests {

    private static final String SIGNED = "bS0xOmFubmE6MA.rRFqTr2fkgHlZYQB3gLNzUUxqao-YuEIO9YJHqOY6xs";

    private final AnswerLinks links = new AnswerLinks(new Settings(
            "https://koalition.example",
            new Settings.Services("", "", "", ""),
            "a secret of the tests",
            List.of(),
            null,
            Duration.ofDays(1)));

    /** The same token stands in notification-service's test: what one signs the other must read. */
    @Test
    void aLinkOfAMailIsRead() {
        assertThat(links.read(SIGNED)).contains(new AnswerLinks.Link("m-1", "anna", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "bS0x",
                "bS0xOmFubmE6MA.rRFqTr2fkgHlZYQB3gLNzUUxqao-YuEIO9YJHqOY6x",
                "bS0xOmFubmE6MQ.x",
                "\u0000.\u00e5"
            })
    void whatWasNotSignedHereIsNothing(String token) {
        assertThat(links.read(token)).isEmpty();
    }
}
