package se.koalition.portal.exchange;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.koalition.portal.matching.Reason;

/** Says why something is proposed. */
@Component
public class ReasonWords {

    private final MessageSource messages;

    ReasonWords(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Reason reason, Locale language) {
        return switch (reason) {
            case Reason.SharedThemes shared -> text("themes", language, joined(shared.themes()));
            case Reason.SharedWords shared -> text("words", language, joined(shared.words()));
            case Reason.SameArea same -> text("area", language, same.municipality());
            case Reason.DifferentSector different ->
                text(
                        "sector",
                        language,
                        messages.getMessage("sector." + different.needSector(), null, language),
                        messages.getMessage("sector." + different.offerSector(), null, language));
            case Reason.NeverMet never -> text("never-met", language);
        };
    }

    private static String joined(List<String> words) {
        return String.join(", ", words);
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage("exchange.reason." + key, arguments, language);
    }
}
