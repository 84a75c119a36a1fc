package se.koalition.notification.http;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** Only the portal's tokens open this service; operations are for operators, health for everyone. */
@Configuration
class SecurityConfiguration {

    private final JsonMapper json;

    SecurityConfiguration(JsonMapper json) {
        this.json = json;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .access((authentication, request) ->
                                new AuthorizationDecision(authentication.get() instanceof JwtAuthenticationToken token
                                        && Caller.of(token.getToken()).operator()))
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint((request, response, e) ->
                                refuse(response, HttpStatus.UNAUTHORIZED, "unauthorized", "A valid token is needed.")))
                .exceptionHandling(e -> e.accessDeniedHandler((request, response, denied) ->
                        refuse(response, HttpStatus.FORBIDDEN, "forbidden", "Only operators may do this.")))
                .build();
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String slug, String detail)
            throws java.io.IOException {
        ProblemDetail problem = Problems.problem(status, slug, detail);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
