package se.koalition.portal.joining;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTests {

    @Test
    void aSenderHasALimit() {
        Limits limits = new Limits(2, 100);

        assertThat(limits.allow("one", "c", "a@x.example")).isTrue();
        assertThat(limits.allow("one", "d", "b@x.example")).isTrue();
        assertThat(limits.allow("one", "e", "c@x.example")).isFalse();
        assertThat(limits.allow("other", "e", "c@x.example")).isTrue();
    }

    @Test
    void aCoalitionHasALimit() {
        Limits limits = new Limits(100, 2);

        assertThat(limits.allow("one", "c", "a@x.example")).isTrue();
        assertThat(limits.allow("two", "c", "b@x.example")).isTrue();
        assertThat(limits.allow("three", "c", "c@x.example")).isFalse();
        assertThat(limits.allow("three", "d", "c@x.example")).isTrue();
    }

    @Test
    void anAddressHasALimit() {
        Limits limits = new Limits(100, 100);
        for (int i = 0; i < Limits.PER_ADDRESS; i++) {
            assertThat(limits.allow("s" + i, "c" + i, "a@x.example")).isTrue();
        }

        assertThat(limits.allow("s", "c", "a@x.example")).isFalse();
    }
}
