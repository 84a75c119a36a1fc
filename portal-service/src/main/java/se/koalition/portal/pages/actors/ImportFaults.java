package se.koalition.portal.pages.actors;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What is wrong with a file, place by place, in the visitor's words. */
@Component
class ImportFaults {

    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (.*)", Pattern.DOTALL);

    private final MessageSource messages;

    ImportFaults(MessageSource messages) {
        this.messages = messages;
    }

    /** @param number empty for what is wrong with the file as a whole */
    record Line(String number, String column, String text) {}

    List<Line> of(JsonNode problem, Locale language) {
        return problem.path("errors")
                .valueStream()
                .map(error -> line(error, language))
                .toList();
    }

    private Line line(JsonNode error, Locale language) {
        String field = error.path("field").asString("");
        Matcher place = PLACE.matcher(field);
        boolean placed = place.matches();
        String column = placed ? place.group(2) : field;
        String text = words(
                "import.wrong." + error.path("code").asString(""),
                error.path("message").asString(""),
                language);
        return new Line(placed ? place.group(1) : "", words("import.column." + column, column, language), text);
    }

    private String words(String key, String otherwise, Locale language) {
        String found = messages.getMessage(key, null, otherwise, language);
        return found == null ? otherwise : found;
    }
}
