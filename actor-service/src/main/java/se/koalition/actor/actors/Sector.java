package se.koalition.actor.actors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The part of society that an actor belongs to. */
public enum Sector {
    AUTHORITY,
    REGION,
    MUNICIPALITY,
    ACADEMIA,
    CULTURE,
    CIVIL_SOCIETY,
    BUSINESS;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Sector> of(String wireName) {
        return Arrays.stream(values())
                .filter(s -> s.wireName().equals(wireName))
                .findFirst();
    }

    @JsonCreator
    static Sector read(String wireName) {
        return of(wireName).orElseThrow(() -> new IllegalArgumentException("must be one of " + all()));
    }

    /** For messages that say what is expected. */
    public static String all() {
        return Arrays.stream(values()).map(Sector::wireName).collect(Collectors.joining(", "));
    }
}
