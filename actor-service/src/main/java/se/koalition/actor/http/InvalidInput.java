package se.koalition.actor.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller sent cannot be used; each error names the place and what is expected there. */
public final class InvalidInput extends RuntimeException {

    /**
     * One thing to correct.
     *
     * @param code for programs that say it in their own words; none where the field says enough
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(
            String field, String message, @Nullable String code) {

        public Fault(String field, String message) {
            this(field, message, null);
        }
    }

    private final List<Fault> errors;

    public InvalidInput(List<Fault> errors) {
        super(errors.getFirst().field() + ": " + errors.getFirst().message());
        this.errors = List.copyOf(errors);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new Fault(field, message)));
    }

    public List<Fault> errors() {
        return errors;
    }
}
