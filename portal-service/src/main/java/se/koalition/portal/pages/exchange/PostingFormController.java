package se.koalition.portal.pages.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.exchange.Entry;
import se.koalition.portal.pages.Days;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Kind;

/** Where a member posts a need or an offer, and words one anew. */
@Controller
class PostingFormController {

    private final Desk desk;
    private final Clock clock;

    PostingFormController(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/coalitions/{coalitionId}/{kind:needs|offers}/new")
    String openForm(
            @PathVariable String coalitionId,
            @PathVariable String kind,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        mustPost(coalitionId, visit);
        model.addAllAttributes(opening(coalitionId, Desk.kind(kind), PostingForm.empty(today()), Map.of()));
        return "posting-form";
    }

    @PostMapping("/coalitions/{coalitionId}/{kind:needs|offers}/new")
    ModelAndView open(
            @PathVariable String coalitionId,
            @PathVariable String kind,
            PostingForm form,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        mustPost(coalitionId, visit);
        Map<String, String> errors = form.errors(true, today());
        if (errors.isEmpty()) {
            Sender.Wish wish = new Sender.Wish(
                    "POST", "/api/" + kind, form.opening(coalitionId), Map.of("Idempotency-Key", form.key()));
            Sender.Outcome outcome = desk.send(wish, "notice.exchange.opened", visit, request);
            if (outcome.done()) {
                return new ModelAndView("redirect:/" + kind + "/" + outcome.id());
            }
            errors = outcome.errors();
        }
        return refused(opening(coalitionId, Desk.kind(kind), form, errors));
    }

    @GetMapping("/{kind:needs|offers}/{id}/edit")
    String editForm(
            @PathVariable String kind,
            @PathVariable String id,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        Entry entry = desk.own(Desk.kind(kind), id, visit);
        model.addAllAttributes(editing(entry, PostingForm.of(entry.posting()), Map.of()));
        return "posting-form";
    }

    /** The version in the form is what the member looked at: what a colleague wrote meanwhile is not lost unseen. */
    @PostMapping("/{kind:needs|offers}/{id}/edit")
    ModelAndView edit(
            @PathVariable String kind,
            @PathVariable String id,
            PostingForm form,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Entry entry = desk.own(Desk.kind(kind), id, visit);
        Map<String, String> errors = form.errors(false, today());
        if (errors.isEmpty()) {
            Sender.Wish wish =
                    new Sender.Wish("PUT", "/api/" + kind + "/" + id, form.wording(), Sender.Wish.at(form.version()));
            Sender.Outcome outcome = desk.send(wish, "notice.exchange.described", visit, request);
            if (outcome.done()) {
                return new ModelAndView("redirect:/" + kind + "/" + id);
            }
            errors = outcome.errors();
        }
        boolean changed = errors.containsValue("exchange.error.changed");
        return refused(editing(entry, changed ? form.at(entry.posting().sequence()) : form, errors));
    }

    private static ModelAndView refused(Map<String, Object> attributes) {
        return new ModelAndView("posting-form", attributes, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Days.ZONE));
    }

    private static void mustPost(String coalitionId, Visit visit) {
        visit.mustBelongTo(coalitionId);
        if (visit.actorId() == null) {
            throw Problem.forbidden("Only members who represent an actor may do this.");
        }
    }

    private Map<String, Object> opening(String coalitionId, Kind kind, PostingForm form, Map<String, String> errors) {
        return Map.of(
                "form",
                form,
                "errors",
                errors,
                "kind",
                kind.type(),
                "editing",
                false,
                "coalition",
                desk.coalition(coalitionId),
                "action",
                "/coalitions/" + coalitionId + "/" + kind.path() + "/new",
                "back",
                "/coalitions/" + coalitionId + "/exchange");
    }

    private Map<String, Object> editing(Entry entry, PostingForm form, Map<String, String> errors) {
        String path = ExchangeViews.path(entry.kind(), entry.posting().id());
        return Map.of(
                "form",
                form,
                "errors",
                errors,
                "kind",
                entry.kind().type(),
                "editing",
                true,
                "coalition",
                desk.coalition(entry.posting().coalitionId()),
                "action",
                path + "/edit",
                "back",
                path);
    }
}
