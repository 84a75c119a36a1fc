package se.koalition.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.coverage.Municipalities;
import se.koalition.portal.problems.Problem;

/** Gives every page its frame, and refusals a page. */
@ControllerAdvice(basePackageClasses = Framing.class)
class Framing {

    private final Frames frames;
    private final Languages languages;

    Framing(Frames frames, Languages languages) {
        this.frames = frames;
        this.languages = languages;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, HttpServletResponse response, Model model) {
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
