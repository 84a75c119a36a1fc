package se.koalition.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTests {

    @Test
    void anIdWithColonsIsReadAsItWasWritten() {
        EventId id = new EventId("answer", "meeting:member", 3);

        assertThat(id).hasToString("answer:meeting:member:3");
        assertThat(EventId.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a:1", ":b:1", "a::1", "a:b:", "a:b:x", "a:b:0", "a:b:-1", "a:b:99999999999999999999"})
    void whatIsNoPositionIsNone(String text) {
        assertThat(EventId.parse(text)).isEmpty();
    }
}
