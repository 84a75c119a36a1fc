package se.koalition.actor.http;

import java.util.List;

/** What the caller sent cannot be used; each error names the place and what is expected there. */
public final class InvalidInput extends RuntimeException {

    /**
     * One thing to correct.
     *
     * @param code for programs that say it in their own words: a {@link FaultCode}, or of a file's own
     */
    public record Fault(String field, String message, String code) {

        public Fault(String field, String message, FaultCode code) {
            this(field, message, code.wireName());
        }
    }

    private final List<Fault> errors;

    public InvalidInput(List<Fault> errors) {
        super(errors.getFirst().field() + ": " + errors.getFirst().message());
        this.errors = List.copyOf(errors);
    }

    public InvalidInput(String field, String message, FaultCode code) {
        this(List.of(new Fault(field, message, code)));
    }

    public List<Fault> errors() {
        return errors;
    }
}
