package se.koalition.meeting.directory;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.koalition.meeting.http.Caller;
import se.koalition.meeting.http.ProblemWriter;
import se.koalition.messaging.EventId;

/**
 * Lets a request wait until the directory knows what its caller knows: the positions in {@code X-Sequence}, and the
 * caller's own in the token. Whoever is ahead of the directory is told to come back and never that they may not.
 */
@Component
class ReadYourWrites extends OncePerRequestFilter {

    private static final int MOST = 20;

    private final Directory directory;
    private final ProblemWriter problems;
    private final Arrived arrived = new Arrived();

    ReadYourWrites(Directory directory, ProblemWriter problems) {
        this.directory = directory;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<EventId> known = new ArrayList<>();
        for (String text : positions(request)) {
            Optional<EventId> position = EventId.parse(text);
            if (position.isEmpty() || known.size() == MOST) {
                problems.invalid(response, "X-Sequence: must be at most " + MOST + " of type:id:sequence.");
                return;
            }
            known.add(position.get());
        }
        long end = System.nanoTime() + Directory.PATIENCE.toNanos();
        EventId missing = missing(known, end);
        if (missing == null) {
            missing = callerMissing(end);
        }
        if (missing == null) {
            chain.doFilter(request, response);
        } else {
            problems.notYetHere(response, "This service has not heard of " + missing + " yet. Try again in a moment.");
        }
    }

    private static List<String> positions(HttpServletRequest request) {
        List<String> all = new ArrayList<>();
        Enumeration<String> values = request.getHeaders("X-Sequence");
        while (values.hasMoreElements()) {
            for (String text : values.nextElement().split(",", -1)) {
                all.add(text.strip());
            }
        }
        return all;
    }

    private @Nullable EventId missing(List<EventId> positions, long end) {
        for (EventId position : positions) {
            if (!directory.await(position, Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                return position;
            }
        }
        return null;
    }

    private @Nullable EventId callerMissing(long end) {
        if (!(SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken authentication)) {
            return null;
        }
        Jwt token = authentication.getToken();
        String id = token.getSubject();
        long sequence = Caller.memberSequence(token);
        if (id == null || sequence == 0 || arrived.has(id, sequence)) {
            return null;
        }
        EventId missing = missing(List.of(new EventId("member", id, sequence)), end);
        if (missing == null) {
            arrived.add(id, sequence);
        }
        return missing;
    }
}
