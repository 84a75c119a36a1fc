package se.koalition.notification.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the caller's trace (W3C Trace Context §3.2) into the log and into the events that the request leads to. */
@Component
class Traces extends OncePerRequestFilter {

    private static final Pattern VALID = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String trace = request.getHeader("traceparent");
        if (trace == null || !VALID.matcher(trace).matches()) {
            chain.doFilter(request, response);
            return;
        }
        try (var ignored = MDC.putCloseable("traceparent", trace)) {
            chain.doFilter(request, response);
        }
    }
}
