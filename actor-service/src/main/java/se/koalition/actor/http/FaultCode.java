package se.koalition.actor.http;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Locale;
import org.springframework.validation.FieldError;

/** What is wrong, for programs that say it in their own words; {@code contracts/openapi.yaml} lists them all. */
public enum FaultCode {
    REQUIRED,
    TOO_LONG,
    TOO_MANY,
    EMAIL,
    CHOICE,
    CHARACTERS,
    WEB_ADDRESS,
    FIXED,
    INVALID_VALUE,
    UNKNOWN_FIELD,
    UNREADABLE,
    HEADER,
    NOT_TAKING_PART,
    OTHER_NAME,
    SAME_ACTOR,
    OTHER_COALITION,
    DAY,
    NO_SEAT;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By the constraint that was broken. */
    static FaultCode of(FieldError error) {
        return switch (String.valueOf(error.getCode())) {
            case "NotBlank", "NotNull" -> REQUIRED;
            case "Null" -> FIXED;
            case "Size" -> error.getRejectedValue() instanceof Collection ? TOO_MANY : TOO_LONG;
            case "Email" -> EMAIL;
            case "Pattern" ->
                ofPattern(String.valueOf(error.unwrap(ConstraintViolation.class)
                        .getConstraintDescriptor()
                        .getAttributes()
                        .get("regexp")));
            default -> INVALID_VALUE;
        };
    }

    /** Words with bars between are what one can choose; other patterns say which characters may stand there. */
    private static FaultCode ofPattern(String pattern) {
        if (pattern.matches("[a-z|-]+")) {
            return CHOICE;
        }
        return pattern.contains("https?") ? WEB_ADDRESS : CHARACTERS;
    }
}
