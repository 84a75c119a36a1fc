package se.koalition.actor.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import se.koalition.messaging.Refused;

/** Every refusal as problem details (RFC 9457) with a type that callers can rely on. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    static ProblemDetail problem(HttpStatus status, String slug, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:koalition:problem:" + slug));
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        ProblemDetail problem = switch (refused) {
            case Refused.NotFound e -> problem(HttpStatus.NOT_FOUND, "not-found", e.getMessage());
            case Refused.StaleVersion e -> problem(HttpStatus.PRECONDITION_FAILED, "stale-version", e.getMessage());
            case Refused.Conflict e -> problem(HttpStatus.CONFLICT, "conflict", e.getMessage());
            case Refused.EventTooLarge e -> problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", e.getMessage());
            case Refused.OutboxFull e -> problem(HttpStatus.SERVICE_UNAVAILABLE, "outbox-full", e.getMessage());
        };
        HttpHeaders headers = new HttpHeaders();
        if (refused instanceof Refused.OutboxFull) {
            headers.set(HttpHeaders.RETRY_AFTER, "2");
        }
        return new ResponseEntity<>(problem, headers, HttpStatusCode.valueOf(problem.getStatus()));
    }

    @ExceptionHandler
    ProblemDetail forbidden(Forbidden e) {
        return problem(HttpStatus.FORBIDDEN, "forbidden", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail concluded(CoalitionConcluded e) {
        return problem(HttpStatus.CONFLICT, "coalition-concluded", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail versionMissing(IfMatch.Missing e) {
        return problem(HttpStatus.PRECONDITION_REQUIRED, "precondition-required", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidInput e) {
        return invalid(e.errors());
    }

    private static ProblemDetail invalid(List<InvalidInput.Fault> errors) {
        String first = errors.getFirst().field() + ": " + errors.getFirst().message();
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-input", first);
        problem.setProperty("errors", errors);
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<InvalidInput.Fault> errors = e.getFieldErrors().stream()
                .map(error -> new InvalidInput.Fault(
                        error.getField(), String.valueOf(error.getDefaultMessage()), FaultCode.of(error)))
                .toList();
        return ResponseEntity.badRequest().body(invalid(errors));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.badRequest().body(invalid(List.of(UnreadableBody.fault(e.getCause()))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(e, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
            HttpStatus known = HttpStatus.valueOf(status.value());
            problem.setType(URI.create("urn:koalition:problem:"
                    + known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-')));
        }
        return answer;
    }
}
