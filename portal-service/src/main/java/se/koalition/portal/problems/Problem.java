package se.koalition.portal.problems;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A refusal that a program can understand (RFC 9457): its type is stable, its detail a sentence for people. */
public final class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String slug;
    private final boolean worthRepeating;

    private Problem(HttpStatus status, String slug, String detail, boolean worthRepeating) {
        super(detail);
        this.status = status;
        this.slug = slug;
        this.worthRepeating = worthRepeating;
    }

    public static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", detail, false);
    }

    public static Problem unauthorized() {
        return new Problem(HttpStatus.UNAUTHORIZED, "unauthorized", "Sign in, or send a valid token.", false);
    }

    public static Problem forbidden(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, "forbidden", detail, false);
    }

    public static Problem invalid(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid-input", detail, false);
    }

    public static Problem tooLarge(String detail) {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", detail, false);
    }

    /** Nothing is wrong with the request; it may be sent again soon. */
    public static Problem unavailable(String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", detail, true);
    }

    public HttpStatus status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    /** Seconds until the same request may go well. */
    public @Nullable String retryAfter() {
        return worthRepeating ? "5" : null;
    }

    public ProblemDetail detail() {
        return detail(status, slug, getMessage());
    }

    static ProblemDetail detail(HttpStatus status, String slug, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:koalition:problem:" + slug));
        return problem;
    }

    static String slugOf(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
