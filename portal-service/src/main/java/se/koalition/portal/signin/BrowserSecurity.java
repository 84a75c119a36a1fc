package se.koalition.portal.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Pages: signed in by a link, guarded by a cookie, with nothing on them that does not come from here. */
@Configuration
class BrowserSecurity {

    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; " + "form-action 'self'; frame-ancestors 'none'";

    /** Whether somebody may see a page is decided where the page is made. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, LinkTokens tokens, LinkRequests requests) {
        return http.authorizeHttpRequests(r -> r.anyRequest().permitAll())
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .oneTimeTokenLogin(link -> link.tokenService(tokens)
                        .tokenGeneratingUrl("/sign-in")
                        .generateRequestResolver(requests)
                        .tokenGenerationSuccessHandler(requests)
                        .loginPage("/sign-in")
                        .loginProcessingUrl("/login/ott")
                        .showDefaultSubmitPage(false)
                        .successHandler((request, response, who) ->
                                response.sendRedirect(Destination.greeted(request.getParameter("to"))))
                        .failureHandler((request, response, e) -> response.sendRedirect("/sign-in?failed")))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/?signed-out"))
                .headers(headers -> headers.contentSecurityPolicy(c -> c.policyDirectives(POLICY))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /**
     * In a cookie, for a visitor who only looks should not get a session. It comes along when a link elsewhere is
     * followed ({@code Lax}): otherwise the page that opens would get a new one, and forms open in other tabs be lost.
     */
    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("__Host-koalition-form");
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(c -> c.secure(true).httpOnly(true).sameSite("Lax"));
        return cookie;
    }
}
