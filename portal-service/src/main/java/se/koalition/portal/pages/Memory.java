package se.koalition.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a browser's session remembers from one page to the next, for those who are signed in. */
@Component
public class Memory {

    private static final String POSITION = "position";
    private static final String NOTICE = "notice";

    /** How far the read model must be for the visitor to see what they last did. */
    List<String> positions(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(POSITION) instanceof String position
                ? List.of(position)
                : List.of();
    }

    void position(HttpServletRequest request, String position) {
        put(request, POSITION, position);
    }

    public void notice(HttpServletRequest request, String key) {
        put(request, NOTICE, key);
    }

    /** Once: the next page shows it, the one after does not. */
    @Nullable String takeNotice(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(NOTICE) instanceof String notice)) {
            return null;
        }
        session.removeAttribute(NOTICE);
        return notice;
    }

    private static void put(HttpServletRequest request, String name, String value) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.setAttribute(name, value);
        }
    }
}
