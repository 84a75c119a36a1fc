package se.koalition.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTests {

    @Test
    void marksAndLinksAreLeftOut() {
        assertThat(Excerpt.of("# Rubrik\n\nVi **såg** att [frånvaro](https://x.example) _börjar_ tidigt.\n> Citat"))
                .isEqualTo("Rubrik\n\nVi såg att frånvaro börjar tidigt.\nCitat");
    }

    @Test
    void aLongTextEndsBetweenWords() {
        String excerpt = Excerpt.of("ord ".repeat(500));

        assertThat(excerpt).hasSizeLessThan(610).endsWith("ord …");
    }
}
