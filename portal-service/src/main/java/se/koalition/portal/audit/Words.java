package se.koalition.portal.audit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what an entry tells, in a sentence for a coordinator. */
@Component
class Words {

    private static final String FACT = "audit.fact.";
    private static final String COMMAND = "audit.command.";
    private static final Set<String> KEYS =
            ResourceBundle.getBundle("messages", Locale.ROOT).keySet();

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** @param about the name of the member whom it was done to */
    String say(Document entry, @Nullable String title, @Nullable String about, Locale language) {
        return entry.getString("kind").equals("refused")
                ? refused(entry, title == null ? about : title, language)
                : fact(entry, title, about, language);
    }

    private String fact(Document entry, @Nullable String title, @Nullable String about, Locale language) {
        Object first = title == null ? text("audit.untitled", language) : title;
        if (entry.getString("kind").equals("actors-import") && title != null) {
            first = Integer.valueOf(title);
        }
        Object[] values = {first, about == null ? text("audit.who.unknown", language) : about};
        String known = messages.getMessage(FACT + entry.getString("type"), values, null, language);
        return known == null ? text("audit.other", language, title == null ? values[1] : first) : known;
    }

    private String refused(Document entry, @Nullable String title, Locale language) {
        String name = entry.getString("type").replaceFirst("^refused\\.", "");
        String command = firstOf(language, COMMAND + name, "audit.command.other");
        String problem = String.valueOf(entry.getString("problem")).replaceFirst("^urn:koalition:problem:", "");
        String reason = firstOf(
                language, "audit.reason." + problem, "audit.reason." + entry.get("status"), "audit.reason.other");
        return text(
                "audit.refused",
                language,
                title == null ? command : text("audit.titled", language, command, title),
                reason);
    }

    /** The types of which the sentence holds the words. */
    List<String> saying(String words, Locale language) {
        return KEYS.stream()
                .filter(key -> key.startsWith(FACT) || key.startsWith(COMMAND))
                .filter(key -> text(key, language, 2, "").toLowerCase(language).contains(words))
                .map(key -> key.startsWith(FACT)
                        ? key.substring(FACT.length())
                        : "refused." + key.substring(COMMAND.length()))
                .collect(Collectors.toList());
    }

    private String firstOf(Locale language, String... keys) {
        for (String key : keys) {
            String text = messages.getMessage(key, null, null, language);
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    private String text(String key, Locale language, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, "", language));
    }
}
