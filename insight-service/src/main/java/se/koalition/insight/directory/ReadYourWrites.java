package se.koalition.insight.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.koalition.insight.http.FaultCode;
import se.koalition.insight.http.InvalidInput;
import se.koalition.insight.http.NotYetHere;
import se.koalition.messaging.EventId;

/**
 * Lets a caller act on what they have just written elsewhere: the directory must have come as far as the positions
 * that they send, and as far as the portal knows them, before their rights are looked up.
 */
@Component
class ReadYourWrites implements HandlerInterceptor, WebMvcConfigurer {

    private static final int MAX_POSITIONS = 20;

    private final Directory directory;

    ReadYourWrites(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        long end = System.nanoTime() + Directory.PATIENCE.toNanos();
        for (EventId position : Stream.concat(sent(request), self()).toList()) {
            if (!directory.await(position, Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                throw new NotYetHere();
            }
        }
        return true;
    }

    private static Stream<EventId> sent(HttpServletRequest request) {
        List<String> texts = Collections.list(request.getHeaders("X-Sequence")).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .toList();
        if (texts.size() > MAX_POSITIONS) {
            throw new InvalidInput("X-Sequence", "must be at most " + MAX_POSITIONS + " positions", FaultCode.HEADER);
        }
        return texts.stream()
                .map(text -> EventId.parse(text.strip())
                        .orElseThrow(
                                () -> new InvalidInput("X-Sequence", "must be type:id:sequence", FaultCode.HEADER)));
    }

    private static Stream<EventId> self() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                && token.getToken().getClaim("member_sequence") instanceof Number sequence
                && sequence.longValue() > 0) {
            return Stream.of(new EventId("member", token.getName(), sequence.longValue()));
        }
        return Stream.empty();
    }
}
