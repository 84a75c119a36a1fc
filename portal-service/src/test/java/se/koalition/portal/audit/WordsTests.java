package se.koalition.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A refused command is told in words of its own. */
class WordsTests {

    private static final List<String> METHODS = List.of("post", "put", "patch", "delete");

    @Test
    void everyCommandHasWords() throws IOException {
        JsonNode description;
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/openapi.yaml"))) {
            description = JsonMapper.shared().valueToTree(new Yaml().load(file));
        }
        List<String> commands = description.path("paths").properties().stream()
                .flatMap(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .map(method -> key(method.toUpperCase(Locale.ROOT), path.getKey())))
                .toList();

        assertThat(commands).isNotEmpty();
        assertThat(ResourceBundle.getBundle("messages", Locale.ROOT).keySet()).containsAll(commands);
    }

    private static String key(String method, String path) {
        return "audit.command."
                + new Refusals.Sent(method, path, JsonMapper.shared().createObjectNode()).name();
    }
}
