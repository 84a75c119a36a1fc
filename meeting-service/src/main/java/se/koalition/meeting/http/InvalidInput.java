package se.koalition.meeting.http;

import java.util.List;

/** What the caller sent cannot be used; each error names the place and what is expected there. */
public final class InvalidInput extends RuntimeException {

    /** One thing to correct; programs that say it in their own words go by the code. */
    public record Fault(String field, String message, FaultCode code) {}

    private final List<Fault> errors;

    public InvalidInput(List<Fault> errors) {
        super(errors.getFirst().field() + ": " + errors.getFirst().message());
        this.errors = List.copyOf(errors);
    }

    public InvalidInput(String field, String message, FaultCode code) {
        this(List.of(new Fault(field, message, code)));
    }

    List<Fault> errors() {
        return errors;
    }
}
