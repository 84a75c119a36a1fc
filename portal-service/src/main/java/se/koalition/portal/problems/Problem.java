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
    private final @Nullable String retryAfter;

    private Problem(HttpStatus status, String slug, String detail) {
        this(status, slug, detail, null);
    }

    private Problem(HttpStatus status, String slug, String detail, @Nullable String retryAfter) {
        super(detail);
        this.status = status;
        this.slug = slug;
        this.retryAfter = retryAfter;
    }

    public static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", detail);
    }

    public static Problem unauthorized() {
        return new Problem(HttpStatus.UNAUTHORIZED, "unauthorized", "Sign in, or send a valid token.");
    }

    public static Problem forbidden(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, "forbidden", detail);
    }

    public static Problem invalid(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid-input", detail);
    }

    public static Problem tooLarge(String detail) {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", detail);
    }

    /** Nothing is wrong with the request; it may be sent again soon. */
    public static Problem unavailable(String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", detail, "5");
    }

    /** The same will be taken later. */
    public static Problem tooMany(String detail) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", detail, "600");
    }

    public HttpStatus status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    /** Seconds until the same request may go well. */
    public @Nullable String retryAfter() {
        return retryAfter;
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
