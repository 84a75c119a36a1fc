package se.koalition.actor.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Only the portal's tokens open this service; operations are for operators, health for everyone. What a visitor asks
 * for comes with the portal's word that it was checked, and that token opens nothing else.
 */
@Configuration
class SecurityConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);

    private final ProblemWriter problems;

    SecurityConfiguration(ProblemWriter problems) {
        this.problems = problems;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .access(caller(Caller::operator))
                        .requestMatchers(HttpMethod.POST, "/api/coalitions/*/join-requests")
                        .access(caller(Caller::visitor))
                        .anyRequest()
                        .access(caller(c -> !c.visitor())))
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint((request, response, e) -> problems.write(
                                response, HttpStatus.UNAUTHORIZED, "unauthorized", "A valid token is needed.")))
                .exceptionHandling(e -> e.accessDeniedHandler((request, response, denied) -> problems.write(
                        response, HttpStatus.FORBIDDEN, "forbidden", "This token does not open this address.")))
                .addFilterBefore(this::withoutKeys, BearerTokenAuthenticationFilter.class)
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> caller(Predicate<Caller> rule) {
        return (authentication, request) -> new AuthorizationDecision(
                authentication.get() instanceof JwtAuthenticationToken token && rule.test(Caller.of(token.getToken())));
    }

    /** That the portal's keys cannot be had is no fault of the token, and passes. */
    private void withoutKeys(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException e) {
            log.warn("Tokens cannot be checked: {}", e.getMessage());
            problems.unavailable(
                    (HttpServletResponse) response, "Tokens cannot be checked now. Try again in a moment.");
        }
    }
}
