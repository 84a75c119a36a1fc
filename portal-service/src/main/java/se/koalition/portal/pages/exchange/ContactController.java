package se.koalition.portal.pages.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.exchange.Entry;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Kind;

/** Where a member takes contact about a need and an offer, one of which is their own actor's. */
@Controller
class ContactController {

    private static final int LONGEST = 2000;

    private final Desk desk;
    private final ExchangeViews views;

    ContactController(Desk desk, ExchangeViews views) {
        this.desk = desk;
        this.views = views;
    }

    /** A need and an offer that the visitor may bring together. */
    private record Two(Entry need, Entry offer) {}

    /** Where contact is taken already, that is the page to see. */
    @GetMapping("/needs/{needId}/offers/{offerId}")
    String form(
            @PathVariable String needId,
            @PathVariable String offerId,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        Two two = two(needId, offerId, visit);
        var there = desk.board(two.need().posting().coalitionId(), visit).match(needId, offerId);
        if (there.isPresent()) {
            return "redirect:/matches/" + there.get().id();
        }
        model.addAllAttributes(attributes(two, visit, "", Map.of()));
        return "contact-form";
    }

    @PostMapping("/needs/{needId}/offers/{offerId}")
    ModelAndView contact(
            @PathVariable String needId,
            @PathVariable String offerId,
            @RequestParam(defaultValue = "") String message,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Two two = two(needId, offerId, visit);
        Map<String, String> errors = errors(message);
        if (errors.isEmpty()) {
            Map<String, String> body = Map.of("needId", needId, "offerId", offerId, "message", message.strip());
            Sender.Outcome outcome = desk.send(
                    new Sender.Wish("POST", "/api/matches", body), "notice.exchange.contacted", visit, request);
            if (outcome.done()) {
                return new ModelAndView("redirect:/matches/" + outcome.id());
            }
            errors = outcome.errors();
        }
        return new ModelAndView(
                "contact-form", attributes(two, visit, message, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, String> errors(String message) {
        if (message.isBlank()) {
            return Map.of("message", "error.required");
        }
        return message.strip().length() > LONGEST ? Map.of("message", "error.too-long") : Map.of();
    }

    private Two two(String needId, String offerId, Visit visit) {
        Two two = new Two(desk.entry(Kind.NEED, needId, visit), desk.entry(Kind.OFFER, offerId, visit));
        visit.mustBelongTo(two.need().posting().coalitionId());
        if (!two.need().isOf(visit.actorId()) && !two.offer().isOf(visit.actorId())) {
            throw Problem.forbidden("Only members of one of the two actors may do this.");
        }
        return two;
    }

    private Map<String, Object> attributes(Two two, Visit visit, String message, Map<String, String> errors) {
        boolean needing = two.need().isOf(visit.actorId());
        Entry own = needing ? two.need() : two.offer();
        Entry other = needing ? two.offer() : two.need();
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("other", views.page(other, visit));
        attributes.put("own", views.page(own, visit));
        attributes.put(
                "action",
                ExchangeViews.contact(
                        two.need().posting().id(), two.offer().posting().id()));
        attributes.put("form", Map.of("message", message));
        attributes.put("errors", errors);
        return attributes;
    }
}
