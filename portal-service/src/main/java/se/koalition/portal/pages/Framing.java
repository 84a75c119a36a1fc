package se.koalition.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.beans.PropertyEditorSupport;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.coverage.Municipalities;
import se.koalition.portal.problems.Problem;

/** Gives every page its frame, and refusals a page. */
@ControllerAdvice(basePackageClasses = Framing.class)
class Framing {

    private static final Pattern ID = Pattern.compile("[\\w.:-]+");

    private final Frames frames;
    private final Languages languages;

    Framing(Frames frames, Languages languages) {
        this.frames = frames;
        this.languages = languages;
    }

    /** A form sends CRLF for the end of a line, which would count twice (HTML, "constructing the entry list"). */
    @InitBinder
    void endLinesAlike(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text.replace("\r\n", "\n"));
            }
        });
    }

    @ModelAttribute
    void frame(HttpServletRequest request, HttpServletResponse response, Model model) {
        mustBeIds(request);
        Visit visit = frames.visit(request);
        languages.remember(request, response);
        model.addAttribute("visit", visit);
        model.addAttribute("page", frames.page(request, visit));
        model.addAttribute("municipalities", Municipalities.ALL);
        if (hasForm(request, visit) && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            // Now, for once the page has begun to leave, no cookie can be added.
            token.getToken();
        }
    }

    /** What stands in an address is put into the address of a command: it may not say more there than who is meant. */
    private static void mustBeIds(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.values().stream()
                        .anyMatch(value -> !ID.matcher(value.toString()).matches())) {
            throw Problem.notFound("No such page.");
        }
    }

    private static boolean hasForm(HttpServletRequest request, Visit visit) {
        String path = request.getRequestURI();
        return visit.caller().isPresent()
                || path.startsWith("/sign-in")
                || path.startsWith("/answers/")
                || path.endsWith("/join");
    }

    @ExceptionHandler
    ModelAndView refused(Problem problem, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("error", problem.status());
        page.addObject("status", problem.status().value());
        page.addObject("page", frames.page(request, frames.visit(request)));
        return page;
    }
}
