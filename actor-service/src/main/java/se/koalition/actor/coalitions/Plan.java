package se.koalition.actor.coalitions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.http.FaultCode;
import se.koalition.actor.http.InvalidInput;
import se.koalition.actor.http.Written;
import se.koalition.actor.members.Emails;
import se.koalition.actor.places.Municipalities;
import se.koalition.actor.places.Municipality;

/**
 * A coalition as it is planned, and described anew later.
 *
 * @param area municipalities by code or name
 * @param coordinator the first one; named when the coalition is started, and only then
 */
record Plan(
        @NotBlank @Size(max = 200) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String name,

        @NotBlank @Size(max = 500) @Pattern(regexp = Written.LINES, message = Written.MUST_BE_LINES) String challenge,

        @Nullable @Size(max = 5000) @Pattern(regexp = Written.LINES, message = Written.MUST_BE_LINES) String background,

        @Nullable @Size(max = 20, message = Written.TOO_MANY) List<@NotBlank @Size(max = 500) @Pattern(regexp = Written.LINES, message = Written.MUST_BE_LINES) String>
                purposes,

        @Nullable @Size(max = 100) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String period,

        @Nullable @Size(max = 20, message = Written.TOO_MANY) List<@NotBlank @Size(max = 60) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String>
                themes,

        @Nullable @Size(max = 300, message = Written.TOO_MANY) List<@NotBlank @Size(max = 100) String> area,

        @NotNull(groups = Starting.class) @Null(groups = Describing.class, message = "is not known here") @Valid Coordinator coordinator) {

    /** Checks for a coalition that is started. */
    interface Starting {}

    /** Checks for one that is described anew. */
    interface Describing {}

    Plan {
        name = Written.tidied(name);
        themes = themes == null ? null : themes.stream().map(Written::tidied).toList();
    }

    record Coordinator(
            @NotBlank @Size(max = 200) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String name,

            @NotBlank @Email(regexp = Emails.ADDRESS) @Size(max = 254) String email,

            @Nullable @Pattern(regexp = "sv|en", message = "must be sv or en") String language) {

        Coordinator {
            name = Written.tidied(name);
        }
    }

    /** @throws InvalidInput if the area names what is no municipality */
    Description description() {
        return new Description(
                name,
                challenge.strip(),
                orAbsent(background),
                Objects.requireNonNullElse(purposes, List.of()),
                orAbsent(period),
                different(Objects.requireNonNullElse(themes, List.of())),
                municipalities(Objects.requireNonNullElse(area, List.of())));
    }

    private static @Nullable String orAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Themes that differ in nothing but capitals are one. */
    private static List<String> different(List<String> themes) {
        var first = themes.stream()
                .collect(Collectors.toMap(
                        theme -> theme.toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (one, again) -> one,
                        LinkedHashMap::new));
        return List.copyOf(first.values());
    }

    private static List<Municipality> municipalities(List<String> named) {
        List<InvalidInput.Fault> unknown = IntStream.range(0, named.size())
                .filter(i -> Municipalities.find(named.get(i)).isEmpty())
                .mapToObj(i -> new InvalidInput.Fault(
                        "area[" + i + "]",
                        "is no known municipality; expected a code or a name, such as 1280 or Malmö",
                        FaultCode.CHOICE))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown);
        }
        return named.stream()
                .map(Municipalities::find)
                .flatMap(Optional::stream)
                .distinct()
                .sorted(Comparator.comparing(Municipality::code))
                .toList();
    }

    /** The first coordinator, as the store keeps them for a moment; who describes a coalition anew names none. */
    Coalition.@Nullable FirstCoordinator firstCoordinator() {
        return coordinator == null
                ? null
                : new Coalition.FirstCoordinator(
                        coordinator.name(),
                        Emails.normalise(coordinator.email()),
                        Objects.requireNonNullElse(coordinator.language(), "sv"));
    }
}
