package se.koalition.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a browser's session remembers from one page to the next, for those who are signed in. */
@Component
public class Memory {

    private static final String POSITION = "position";
    private static final String NOTICE = "notice";

    /** More than one form changes at once, so that nothing of what it did is missing on the next page. */
    private static final int POSITIONS = 3;

    /** How far the read model must be for the visitor to see what they last did. */
    List<String> positions(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(POSITION) instanceof String positions
                ? List.of(positions.split(" "))
                : List.of();
    }

    void position(HttpServletRequest request, String position) {
        Stream<String> others =
                positions(request).stream().filter(p -> !aggregate(p).equals(aggregate(position)));
        List<String> all = Stream.concat(others, Stream.of(position)).toList();
        put(request, POSITION, String.join(" ", all.subList(Math.max(0, all.size() - POSITIONS), all.size())));
    }

    private static String aggregate(String position) {
        return position.substring(0, position.lastIndexOf(':') + 1);
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
