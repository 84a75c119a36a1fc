package se.koalition.portal.pages.members;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.overview.ActorSearch;
import se.koalition.portal.overview.Overview;
import se.koalition.portal.overview.Overviews;
import se.koalition.portal.pages.Back;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.readmodel.Sectors;

/** Who sits for the actors of a coalition, and in which role. */
@Controller
class SeatsController {

    private final ReadModel readModel;
    private final Overviews overviews;
    private final Seats seats;
    private final Sender sender;
    private final Memory memory;

    SeatsController(ReadModel readModel, Overviews overviews, Seats seats, Sender sender, Memory memory) {
        this.readModel = readModel;
        this.overviews = overviews;
        this.seats = seats;
        this.sender = sender;
        this.memory = memory;
    }

    /** Who represents no actor, and who left, stand on the first page; of those who left others may follow. */
    @GetMapping("/coalitions/{id}/members")
    String members(
            @PathVariable String id,
            ActorSearch search,
            @RequestParam(name = "former", required = false) @Nullable String formerAfter,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        Coalition coalition = coalition(id);
        visit.mustCoordinate(id);
        List<Overview.ActorItem> actors = overviews
                .get(id, visit.reached())
                .orElseThrow(() -> Problem.notFound("No such coalition."))
                .faceFor(visit.memberId())
                .overview()
                .actors()
                .items();
        Set<String> ids = actors.stream().map(Overview.ActorItem::id).collect(Collectors.toSet());
        boolean start = search.isEmpty() && search.isFirstPage();
        String path = "/coalitions/" + id + "/members";
        model.addAttribute("coalition", coalition);
        model.addAttribute("path", path);
        model.addAttribute("back", path + search.query());
        model.addAttribute("search", search);
        model.addAttribute("sectors", Sectors.ALL);
        if (formerAfter == null) {
            ActorSearch.Found found = search.in(actors);
            model.addAttribute("found", found);
            model.addAttribute("groups", seats.in(id, found.items(), visit));
            model.addAttribute("others", start ? seats.others(id, ids, visit).orElse(null) : null);
        }
        model.addAttribute(
                "former", start ? seats.former(id, Objects.requireNonNullElse(formerAfter, ""), visit) : null);
        return "members";
    }

    private Coalition coalition(String id) {
        return readModel.coalition(id).orElseThrow(() -> Problem.notFound("No such coalition."));
    }

    @GetMapping("/actors/{id}/members/new")
    String form(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String back,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        model.addAllAttributes(attributes(toManage(id, visit), SeatForm.empty(), Map.of(), back));
        return "member-form";
    }

    @PostMapping("/actors/{id}/members/new")
    ModelAndView add(
            @PathVariable String id,
            SeatForm form,
            @RequestParam(required = false) @Nullable String back,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Actor actor = toManage(id, visit);
        Map<String, String> errors = form.errors();
        if (errors.isEmpty()) {
            Sender.Wish wish = new Sender.Wish(
                    "POST", "/api/actors/" + id + "/members", form.member(), Map.of("Idempotency-Key", form.key()));
            errors = taken(sender.send(wish, visit.caller(), visit.language(), request));
            if (errors.isEmpty()) {
                memory.notice(request, "notice.member-added");
                return new ModelAndView("redirect:" + Back.to(back));
            }
        }
        return new ModelAndView("member-form", attributes(actor, form, errors, back), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** That another has the address is the one conflict there is. */
    static Map<String, String> taken(Sender.Outcome outcome) {
        return outcome.isProblem("conflict") ? Map.of("email", "members.address-taken") : outcome.errors();
    }

    @PostMapping("/members/{id}/deputy")
    String deputy(
            @PathVariable String id,
            @RequestParam boolean deputy,
            @RequestParam(required = false) @Nullable String back,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Sender.Wish wish = new Sender.Wish("PUT", "/api/members/" + id + "/deputy", Map.of("deputy", deputy));
        memory.notice(request, told(send(wish, visit, request), "notice.trouble.changed"));
        return "redirect:" + Back.to(back);
    }

    @GetMapping("/coalitions/{coalitionId}/coordinators/{id}/withdraw")
    String withdrawForm(
            @PathVariable String coalitionId,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String back,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        visit.mustCoordinate(coalitionId);
        Member member = readModel
                .member(id)
                .filter(m -> m.coordinates(coalitionId))
                .orElseThrow(() -> Problem.notFound("No such coordinator."));
        model.addAttribute("coalition", coalition(coalitionId));
        model.addAttribute("member", member);
        model.addAttribute("self", id.equals(visit.memberId()));
        model.addAttribute("back", toMembers(coalitionId, back));
        return "withdraw-form";
    }

    /** Whoever gives the task up themself may see the members no more. */
    @PostMapping("/coalitions/{coalitionId}/coordinators/{id}")
    String coordinator(
            @PathVariable String coalitionId,
            @PathVariable String id,
            @RequestParam boolean coordinator,
            @RequestParam(required = false) @Nullable String back,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustCoordinate(coalitionId);
        String path = "/api/coalitions/" + coalitionId + "/coordinators/" + id;
        Sender.Outcome outcome = send(new Sender.Wish(coordinator ? "PUT" : "DELETE", path, Map.of()), visit, request);
        if (outcome.done() && !coordinator && id.equals(visit.memberId())) {
            memory.notice(request, "notice.coordination-ended");
            return "redirect:/coalitions/" + coalitionId;
        }
        memory.notice(
                request, told(outcome, coordinator ? "notice.trouble.changed" : "notice.trouble.last-coordinator"));
        return "redirect:" + toMembers(coalitionId, back);
    }

    private Sender.Outcome send(Sender.Wish wish, Visit visit, HttpServletRequest request) {
        return sender.send(wish, visit.caller(), visit.language(), request);
    }

    private static String toMembers(String coalitionId, @Nullable String back) {
        return back == null ? "/coalitions/" + coalitionId + "/members" : Back.to(back);
    }

    private static String told(Sender.Outcome outcome, String conflict) {
        if (outcome.done()) {
            return "notice.seat-changed";
        }
        return outcome.isProblem("conflict") ? conflict : outcome.trouble();
    }

    private Actor toManage(String actorId, Visit visit) {
        Actor actor = readModel.actor(actorId).orElseThrow(() -> Problem.notFound("No such actor."));
        visit.must(visit.caresFor(actor), "Only who cares for the actor may do this.");
        return actor;
    }

    private static Map<String, Object> attributes(
            Actor actor, SeatForm form, Map<String, String> errors, @Nullable String back) {
        Map<String, Object> all = new HashMap<>();
        all.put("actor", actor);
        all.put("form", form);
        all.put("errors", errors);
        all.put("back", Back.to(back));
        return all;
    }
}
