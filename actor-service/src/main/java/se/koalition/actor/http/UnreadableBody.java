package se.koalition.actor.http;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a body that is not what was asked for, in a caller's words: no class of ours, no parser's talk. */
final class UnreadableBody {

    private static final String BODY = "body";

    private UnreadableBody() {}

    static InvalidInput.Fault fault(@Nullable Throwable problem) {
        if (problem instanceof DatabindException e) {
            return databind(e);
        }
        return new InvalidInput.Fault(BODY, problem == null ? "must be there" : "must be JSON", FaultCode.UNREADABLE);
    }

    private static InvalidInput.Fault databind(DatabindException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return new InvalidInput.Fault(place(e), "is not known here", FaultCode.UNKNOWN_FIELD);
        }
        if (e instanceof ValueInstantiationException && e.getCause() instanceof IllegalArgumentException refused) {
            return new InvalidInput.Fault(place(e), String.valueOf(refused.getMessage()), FaultCode.INVALID_VALUE);
        }
        return e.getPath().isEmpty()
                ? new InvalidInput.Fault(BODY, "must be a JSON object", FaultCode.UNREADABLE)
                : new InvalidInput.Fault(place(e), "is of another type than expected", FaultCode.INVALID_VALUE);
    }

    /** The names and positions that lead there, such as {@code themes[0]}. */
    private static String place(DatabindException e) {
        String path = e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
