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

        @NotBlank @Size(max = 20_000) @Pattern(regexp = LINES, message = MUST_BE_LINES) String text,

        @Size(max = 10, message = "must have at most {max} entries") List<@NotBlank @Size(max = 60) @Pattern(regexp = ONE_LINE, message = MUST_BE_ONE_LINE) String> themes,

        @NotNull(message = MUST_BE_EITHER) @Pattern(regexp = "public|coalition", message = MUST_BE_EITHER) String visibility) {

    /** Titles end up in feeds and subject lines: nothing invisible (format characters, letters without a shape). */
    static final String ONE_LINE = "\\s*|(?=[^\\p{L}\\p{N}]*+[\\p{L}\\p{N}])"
            + "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u115F\\u1160\\u2800\\u3164\\uFFA0]*";

    /** Running text: lines, but nothing that a terminal or a spreadsheet would act on. */
    static final String LINES = "[\\P{C}\\p{Cf}\\p{Co}\\p{Cn}\\n\\r\\t]*";

    static final String MUST_BE_ONE_LINE =
            "must be one line with a letter or digit, without control or invisible characters";
    static final String MUST_BE_LINES = "must be text without control characters";
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
