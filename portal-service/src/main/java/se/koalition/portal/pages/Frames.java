package se.koalition.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.Awaiting;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Rights;
import se.koalition.portal.readmodel.Rights.Standing;
import se.koalition.portal.security.Caller;
import se.koalition.portal.security.Callers;

/** Finds out about each visit, and makes the frame of its page. */
@Component
class Frames {

    private final Callers callers;
    private final Rights rights;
    private final Awaiting awaiting;
    private final Languages languages;
    private final Memory memory;

    Frames(Callers callers, Rights rights, Awaiting awaiting, Languages languages, Memory memory) {
        this.callers = callers;
        this.rights = rights;
        this.awaiting = awaiting;
        this.languages = languages;
        this.memory = memory;
    }

    Visit visit(HttpServletRequest request) {
        Authentication who = request.getUserPrincipal() instanceof Authentication a ? a : null;
        // First of all: what the visitor just did may have changed themself.
        Reached reached = who != null && request.getMethod().equals("GET")
                ? awaiting.await(memory.positions(request))
                : Reached.NOTHING_AWAITED;
        Optional<Caller> caller = callers.of(who);
        Optional<Standing> standing = caller.flatMap(c -> rights.of(c.id()));
        return new Visit(caller, standing, languages.resolveLocale(request), reached);
    }

    Page page(HttpServletRequest request, Visit visit) {
        boolean get = request.getMethod().equals("GET");
        return new Page(
                visit.language().getLanguage(),
                get ? address(request) : null,
                visit.caller().isPresent(),
                visit.standing().map(s -> s.member().name()).orElse(null),
                get ? notice(request) : null,
                visit.reached().stale());
    }

    /** With what was asked for, but the language, so that the switch of language shows the same in the other one. */
    private static String address(HttpServletRequest request) {
        String query = Stream.ofNullable(request.getQueryString())
                .flatMap(all -> Arrays.stream(all.split("&", -1)))
                .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return request.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    }

    private @Nullable String notice(HttpServletRequest request) {
        if (request.getParameter("signed-in") != null) {
            return "notice.signed-in";
        }
        if (request.getParameter("left") != null) {
            return "notice.left";
        }
        if (request.getParameter("erased") != null) {
            return "notice.erased";
        }
        return request.getParameter("signed-out") != null ? "notice.signed-out" : memory.takeNotice(request);
    }
}
