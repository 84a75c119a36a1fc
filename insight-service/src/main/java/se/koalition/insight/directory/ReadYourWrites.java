package se.koalition.insight.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.koalition.insight.http.NotYetHere;
import se.koalition.messaging.EventId;

/**
 * Lets a caller act on what they have just written elsewhere: the directory must have come as far as the positions
 * that they send, and as far as the portal knows them, before their rights are looked up.
 */
@Component
class ReadYourWrites implements HandlerInterceptor, WebMvcConfigurer {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MAX_POSITIONS = 10;

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
        Stream<EventId> sent = Optional.ofNullable(request.getHeader("X-Sequence")).stream()
                .flatMap(header -> Arrays.stream(header.split(",", MAX_POSITIONS)))
                .flatMap(text -> EventId.parse(text.strip()).stream());
        if (!Stream.concat(sent, self()).allMatch(position -> directory.await(position, PATIENCE))) {
            throw new NotYetHere();
        }
        return true;
    }

    private static Stream<EventId> self() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                && token.getToken().getClaim("member_sequence") instanceof Number sequence) {
            return Stream.of(new EventId("member", token.getName(), sequence.longValue()));
        }
        return Stream.empty();
    }
}
