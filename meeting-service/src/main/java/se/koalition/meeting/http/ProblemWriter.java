package se.koalition.meeting.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells problems where no controller is reached: in filters. */
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** What the caller knows of is still on its way to this service; it will be there in a moment. */
    public void notYetHere(HttpServletResponse response, String detail) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        write(response, HttpStatus.SERVICE_UNAVAILABLE, "not-yet-here", detail);
    }

    public void invalid(HttpServletResponse response, String detail) throws IOException {
        write(response, HttpStatus.BAD_REQUEST, "invalid-input", detail);
    }

    void unavailable(HttpServletResponse response, String detail) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        write(response, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail);
    }

    void write(HttpServletResponse response, HttpStatus status, String slug, String detail) throws IOException {
        ProblemDetail problem = Problems.problem(status, slug, detail);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
