package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nobody meets a text in the other language. */
class MessagesTests {

    @Test
    void both_languages_have_the_same_keys_and_no_empty_text() throws IOException {
        Properties swedish = load("/messages.properties");
        Properties english = load("/messages_en.properties");
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(swedish.stringPropertyNames());
        assertThat(swedish.values()).doesNotContain("");
        assertThat(english.values()).doesNotContain("");
    }

    /** In files their own words come first; what stands in no file is a field's. */
    @ParameterizedTest
    @CsvSource({"FaultCode, error.", "FileFaultCode, import.wrong."})
    void every_code_that_owners_send_is_said_in_words(String schema, String prefix) throws IOException {
        JsonNode contract = JsonMapper.shared()
                .valueToTree(new Yaml().load(MessagesTests.class.getResourceAsStream("/openapi.yaml")));
        List<String> codes = contract.at("/components/schemas/" + schema + "/enum")
                .valueStream()
                .map(code -> prefix + code.asString(""))
                .toList();
        assertThat(codes).hasSizeGreaterThan(10);
        assertThat(load("/messages.properties").stringPropertyNames()).containsAll(codes);
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(MessagesTests.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
