package se.koalition.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.web.authentication.ott.GenerateOneTimeTokenRequestResolver;
import org.springframework.security.web.authentication.ott.OneTimeTokenGenerationSuccessHandler;
import org.springframework.stereotype.Component;
import se.koalition.portal.security.Senders;
import se.koalition.portal.settings.Settings;

/**
 * Answers the wish for a link. The answer is the same whether an address is known or not: for an unknown one a token
 * is made that belongs to nobody and is sent nowhere, which takes as long. Beyond the limit nothing is stored.
 */
@Component
class LinkRequests implements GenerateOneTimeTokenRequestResolver, OneTimeTokenGenerationSuccessHandler {

    private static final String PERSON = LinkRequests.class.getName() + ".person";
    private static final String NOBODY = "nobody";

    private final People people;
    private final Limits limits;
    private final LinkMails mails;

    LinkRequests(People people, Limits limits, LinkMails mails) {
        this.people = people;
        this.limits = limits;
        this.mails = mails;
    }

    /** Null, which lets the page say what is missing, if no address was given. */
    @Override
    public @Nullable GenerateOneTimeTokenRequest resolve(HttpServletRequest request) {
        String email = request.getParameter("email");
        if (email == null || !looksLikeAddress(email)) {
            return null;
        }
        if (!limits.allow(Settings.normalise(email), Senders.of(request))) {
            return new GenerateOneTimeTokenRequest(LinkTokens.NOT_STORED);
        }
        Optional<People.Person> person = people.byEmail(email);
        person.ifPresent(p -> request.setAttribute(PERSON, p));
        return new LinkTokens.Wish(
                person.map(People.Person::principal).orElse(NOBODY), Destination.of(request.getParameter("to")));
    }

    static boolean looksLikeAddress(String email) {
        int at = email.indexOf('@');
        return at > 0 && at < email.strip().length() - 1 && email.length() <= 254;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, OneTimeToken token)
            throws IOException {
        if (request.getAttribute(PERSON) instanceof People.Person person) {
            mails.send(person, token.getTokenValue());
        }
        response.sendRedirect("/sign-in?sent");
    }
}
