package se.koalition.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page for what no controller took care of; it must come even when the store does not answer. */
@Component
class ErrorPages implements ErrorViewResolver {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        ModelAndView page = new ModelAndView("error");
        page.addObject("status", status.value());
        try {
            Visit visit = frames.visit(request);
            page.addObject(
                    "page",
                    new Page(
                            visit.language().getLanguage(), null, visit.caller().isPresent(), null, null, false));
        } catch (RuntimeException e) {
            log.warn("An error page goes without its frame", e);
        }
        return page;
    }
}
