package se.koalition.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTests {

    private static Properties bundle(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(TextsTests.class.getResourceAsStream("mails_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Properties swedish = bundle("sv");
        Properties english = bundle("en");

        assertThat(swedish.keySet()).isEqualTo(english.keySet());
        for (String key : swedish.stringPropertyNames()) {
            assertThat(new MessageFormat(swedish.getProperty(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex());
        }
    }

    @Test
    void whatIsPutInIsNotRead() {
        assertThat(new Texts(Locale.of("sv", "SE")).get("insight.subject", "It's {0} o'clock"))
                .isEqualTo("Ny insikt: It's {0} o'clock");
    }
}
