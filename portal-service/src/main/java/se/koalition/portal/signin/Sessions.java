package se.koalition.portal.signin;

import org.mongodb.spring.session.MongoIndexedSessionRepository;
import org.mongodb.spring.session.config.annotation.web.http.EnableMongoHttpSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import se.koalition.portal.settings.Settings;

/** Sessions are kept in the portal's own store, so that any replica of the portal can answer. */
@Configuration
@EnableMongoHttpSession(collectionName = Sessions.COLLECTION)
class Sessions {

    static final String COLLECTION = "sessions";

    @Bean
    SessionRepositoryCustomizer<MongoIndexedSessionRepository> sessionLength(Settings settings) {
        return sessions -> sessions.setDefaultMaxInactiveInterval(settings.sessionLength());
    }

    /** The prefix makes browsers refuse the cookie from anybody but this very host over a secure connection. */
    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("__Host-koalition");
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
