package se.koalition.insight.sharing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An insight as its author sends it; titles and themes lose the blanks around them before they are looked at. */
record Sharing(
        @NotBlank @Size(max = 64) String coalitionId,

        @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE, message = MUST_BE_ONE_LINE) String title,

        @NotBlank @Size(max = 20_000) @Pattern(regexp = TEXT, message = "must be text") String text,

        @Size(max = 10, message = "must have at most {max} entries") List<@NotBlank @Size(max = 60) @Pattern(regexp = ONE_LINE, message = MUST_BE_ONE_LINE) String> themes,

        @NotNull(message = MUST_BE_EITHER) @Pattern(regexp = "public|coalition", message = MUST_BE_EITHER) String visibility) {

    /** Titles end up in feeds and subject lines. */
    static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";

    /** Half a character cannot be told to others as it was written. */
    static final String TEXT = "\\P{Cs}*";

    static final String MUST_BE_ONE_LINE = "must be one line without control characters";
    static final String MUST_BE_EITHER = "must be public or coalition";

    Sharing {
        title = stripped(title);
        themes = Objects.requireNonNullElse(themes, List.<String>of()).stream()
                .map(Sharing::stripped)
                .toList();
    }

    private static String stripped(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    Insight by(String authorId, @Nullable String actorId, String id, Instant at) {
        var seenBy = Insight.Visibility.valueOf(visibility.toUpperCase(Locale.ROOT));
        List<String> different = themes.stream().distinct().toList();
        return new Insight(id, coalitionId, title, text, different, seenBy, authorId, actorId, at);
    }
}
