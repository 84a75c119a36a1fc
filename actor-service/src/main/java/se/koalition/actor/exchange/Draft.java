package se.koalition.actor.exchange;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.http.Written;
import se.koalition.actor.places.Municipalities;
import se.koalition.actor.places.Municipality;

/**
 * What a member writes about a need or an offer.
 *
 * @param coalitionId chosen once: there when one is opened, and only then
 * @param validUntil the first last day, and there only then too; later ones come by renewing
 */
record Draft(
        @NotBlank(groups = Opening.class) @Null(groups = Editing.class, message = IS_FIXED) @Size(max = 64) String coalitionId,

        @NotBlank @Size(max = 200) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String title,

        @NotBlank @Size(max = 4000) @Pattern(regexp = Written.LINES, message = Written.MUST_BE_LINES) String text,

        @Size(max = 10, message = Written.TOO_MANY) List<@NotBlank @Size(max = 60) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String>
                themes,

        @Nullable @Size(max = 100) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String municipality,

        @NotNull(groups = Opening.class) @Null(groups = Editing.class, message = IS_RENEWED) LocalDate validUntil) {

    private static final String IS_FIXED = "cannot be changed";
    private static final String IS_RENEWED = "is changed by renewing";

    /** A new one is posted. */
    interface Opening {}

    /** One that is there is worded anew. */
    interface Editing {}

    Draft {
        title = Written.tidied(title);
        text = Objects.requireNonNullElse(text, "").strip();
        themes = Objects.requireNonNullElse(themes, List.<String>of()).stream()
                .map(Written::tidied)
                .toList();
        municipality = municipality == null || municipality.isBlank() ? null : Written.tidied(municipality);
    }

    /** Themes that differ in case alone are one; a known municipality gets its own spelling and its code. */
    Posting.Wording wording() {
        List<String> different = themes.stream()
                .map(theme -> themes.stream()
                        .filter(theme::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow())
                .distinct()
                .toList();
        Municipality known = Stream.ofNullable(municipality)
                .flatMap(place -> Municipalities.find(place).stream())
                .findFirst()
                .orElse(null);
        return known == null
                ? new Posting.Wording(title, text, different, municipality, null)
                : new Posting.Wording(title, text, different, known.name(), known.code());
    }
}
