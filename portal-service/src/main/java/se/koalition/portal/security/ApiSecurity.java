package se.koalition.portal.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.SecurityFilterChain;
import se.koalition.portal.problems.Problem;
import tools.jackson.databind.json.JsonMapper;

/** The API and the operations: bearer tokens, no cookies, hence nothing that another site could ride on. */
@Configuration
class ApiSecurity {

    private final JsonMapper json;

    ApiSecurity(JsonMapper json) {
        this.json = json;
    }

    @Bean
    @Order(1)
    SecurityFilterChain operations(HttpSecurity http) {
        return bearer(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .anyRequest()
                        .access((authentication, request) ->
                                new AuthorizationDecision(authentication.get().getPrincipal() instanceof Jwt token
                                        && Boolean.TRUE.equals(token.getClaims().get("operator")))))
                .exceptionHandling(e -> e.accessDeniedHandler((request, response, denied) ->
                        refuse(response, Problem.forbidden("Only operators may do this."))))
                .build();
    }

    /** Swagger UI writes styles into its elements and draws its icons from data. */
    @Bean
    @Order(0)
    SecurityFilterChain documentation(HttpSecurity http) {
        return http.securityMatcher("/api/docs")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(c -> c.policyDirectives(
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none';"
                                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'")))
                .build();
    }

    /** What a visitor may read is decided where it is read. */
    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http) {
        return bearer(http.securityMatcher("/api/**", "/oauth2/jwks", "/local/tokens"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private HttpSecurity bearer(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(c -> c.disable()))
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint((request, response, e) -> refuse(response, Problem.unauthorized())));
    }

    private void refuse(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (problem.status().value() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.getOutputStream().write(json.writeValueAsBytes(problem.detail()));
    }
}
