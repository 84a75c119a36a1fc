package se.koalition.meeting.scheduling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A meeting as a coordinator plans it. */
record Scheduling(
        @NotBlank @Size(max = 64) String coalitionId,

        @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE, message = MUST_BE_ONE_LINE) String title,

        @Nullable @Size(max = 2000) @Pattern(regexp = LINES, message = MUST_BE_LINES) String purpose,

        @NotBlank @Size(max = 64) String start,
        @NotBlank @Size(max = 64) String end,
        @Nullable @Size(max = 64) String timeZone,

        @Nullable @Size(max = 500) @Pattern(regexp = "(?i:https?)://[^\\s/?#<>\"'\\\\]+[^\\s<>\"'\\\\]*", message = "must be an http or https URL")
        String link,

        @Nullable @Size(max = 30, message = "must have at most {max} entries") List<@NotNull @Valid AgendaItem> agenda) {

    /** Titles end up in calendars and subject lines: nothing invisible (format characters, letters without a shape). */
    static final String ONE_LINE = "\\s*|(?=[^\\p{L}\\p{N}]*+[\\p{L}\\p{N}])"
            + "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u115F\\u1160\\u2800\\u3164\\uFFA0]*";

    /** Running text: lines, but nothing that a terminal or a spreadsheet would act on. */
    static final String LINES = "[\\P{C}\\p{Cf}\\p{Co}\\p{Cn}\\n\\r\\t]*";

    static final String MUST_BE_ONE_LINE =
            "must be one line with a letter or digit, without control or invisible characters";
    static final String MUST_BE_LINES = "must be text without control characters";

    Meeting.Plan plan() {
        List<Meeting.Item> items = Objects.requireNonNullElse(agenda, List.<AgendaItem>of()).stream()
                .map(item -> new Meeting.Item(item.title().strip()))
                .toList();
        return new Meeting.Plan(title.strip(), stripped(purpose), Times.slot(start, end, timeZone), link, items);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
