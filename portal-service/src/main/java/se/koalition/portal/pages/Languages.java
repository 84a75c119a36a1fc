package se.koalition.portal.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** Swedish or English: as just chosen, else as chosen before, else as the browser prefers, else Swedish. */
@Component("localeResolver")
public class Languages implements LocaleResolver {

    public static final Locale SWEDISH = Locale.of("sv");

    private static final String COOKIE = "koalition-language";
    private static final String PARAMETER = "lang";
    private static final List<Locale> SPOKEN = List.of(SWEDISH, Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale chosen = spoken(request.getParameter(PARAMETER));
        if (chosen == null) {
            Cookie cookie = WebUtils.getCookie(request, COOKIE);
            chosen = cookie == null ? null : spoken(cookie.getValue());
        }
        return chosen == null ? preferred(request) : chosen;
    }

    private static Locale preferred(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (accepted == null || accepted.length() > 200) {
            return SWEDISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
            return best == null ? SWEDISH : best;
        } catch (IllegalArgumentException e) {
            return SWEDISH;
        }
    }

    private static @Nullable Locale spoken(@Nullable String tag) {
        return SPOKEN.stream()
                .filter(l -> l.toLanguageTag().equals(tag))
                .findFirst()
                .orElse(null);
    }

    /** Remembers a choice that the request makes. */
    void remember(HttpServletRequest request, HttpServletResponse response) {
        Locale chosen = spoken(request.getParameter(PARAMETER));
        if (chosen != null) {
            String cookie = ResponseCookie.from(COOKIE, chosen.toLanguageTag())
                    .path("/")
                    .maxAge(java.time.Duration.ofDays(365))
                    .sameSite("Lax")
                    .httpOnly(true)
                    .build()
                    .toString();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie);
        }
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen by ?lang=");
    }
}
