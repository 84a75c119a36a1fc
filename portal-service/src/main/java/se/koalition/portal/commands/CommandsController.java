package se.koalition.portal.commands;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.security.Callers;

/** Takes every command of the API and hands back the owner's answer as it is. */
@RestController
class CommandsController {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final List<String> THERE = List.of("Idempotency-Key", "X-Sequence", "Accept-Language");
    /** The portal's own ETag of an aggregate: the owner's version, then what else was shown. */
    private static final Pattern OWN_ETAG = Pattern.compile("\"(\\d+)-[0-9a-f]+\"");

    private final Commands commands;
    private final Callers callers;

    CommandsController(Commands commands, Callers callers) {
        this.commands = commands;
        this.callers = callers;
    }

    @RequestMapping(
            path = "/api/**",
            method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE})
    ResponseEntity<byte[]> command(HttpServletRequest request, @Nullable Authentication authentication)
            throws IOException {
        if (authentication == null) {
            throw Problem.unauthorized();
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Problem.tooLarge("A body may have 1 MiB at most.");
        }
        Command command = new Command(
                request.getMethod(), path(request), headers(request), new Command.Body(body, request.getContentType()));
        return commands.send(command, callers.of(authentication)).handedBack();
    }

    private static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : THERE) {
            List<String> values = Collections.list(request.getHeaders(name));
            if (!values.isEmpty()) {
                headers.put(name, values);
            }
        }
        String match = request.getHeader(HttpHeaders.IF_MATCH);
        if (match != null) {
            headers.put(HttpHeaders.IF_MATCH, List.of(OWN_ETAG.matcher(match).replaceAll("\"$1\"")));
        }
        String trace = request.getHeader(Traces.HEADER);
        headers.put(Traces.HEADER, List.of(trace != null && Traces.valid(trace) ? trace : Traces.fresh()));
        return headers;
    }
}
