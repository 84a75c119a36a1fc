package se.koalition.portal.pages.actors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
import se.koalition.portal.overview.ActorSearch;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.readmodel.Actor;

/** Where an actor leaves a coalition, and where it turns out to be another one. */
@Controller
class ActorEndingController {

    /** So many possible duplicates are shown; who looks for another one searches. */
    private static final int SHOWN = 20;

    private final ActorPages actors;
    private final Sender sender;
    private final Memory memory;

    ActorEndingController(ActorPages actors, Sender sender, Memory memory) {
        this.actors = actors;
        this.sender = sender;
        this.memory = memory;
    }

    @GetMapping("/actors/{id}/leave/{coalitionId}")
    String leaveForm(
            @PathVariable String id,
            @PathVariable String coalitionId,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        model.addAllAttributes(leaving(actors.toLeave(id, coalitionId, visit), coalitionId, "", Map.of()));
        return "actor-leave";
    }

    @PostMapping("/actors/{id}/leave/{coalitionId}")
    ModelAndView leave(
            @PathVariable String id,
            @PathVariable String coalitionId,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Actor actor = actors.toLeave(id, coalitionId, visit);
        Map<String, String> body = new HashMap<>(Map.of("coalitionId", coalitionId));
        if (!reason.isBlank()) {
            body.put("reason", reason.strip());
        }
        Sender.Wish wish = new Sender.Wish("POST", "/api/actors/" + id + "/departures", body);
        Map<String, String> errors = sender.send(
                        wish.whenChanged(ActorErrors.CHANGED), visit.caller(), visit.language(), request)
                .errors();
        if (!errors.isEmpty()) {
            return new ModelAndView(
                    "actor-leave",
                    leaving(actor, coalitionId, reason, ActorErrors.of(errors)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        memory.notice(request, "notice.actor-left");
        return new ModelAndView("redirect:/actors/" + id);
    }

    private Map<String, Object> leaving(Actor actor, String coalitionId, String reason, Map<String, String> errors) {
        return Map.of(
                "actorId",
                actor.id(),
                "actorName",
                actor.name(),
                "coalitionId",
                coalitionId,
                "coalitionName",
                actors.coalitionName(coalitionId),
                "reason",
                reason,
                "errors",
                errors);
    }

    @GetMapping("/actors/{id}/merge")
    String mergeForm(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        model.addAllAttributes(merging(actors.toMerge(id, visit), q, "", visit, Map.of()));
        return "actor-merge";
    }

    @PostMapping("/actors/{id}/merge")
    ModelAndView merge(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String duplicateId,
            @RequestParam(defaultValue = "") String q,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Actor actor = actors.toMerge(id, visit);
        Map<String, String> errors = duplicateId.isEmpty() ? Map.of("duplicateId", "error.choose") : Map.of();
        if (errors.isEmpty()) {
            Sender.Wish wish =
                    new Sender.Wish("POST", "/api/actors/" + id + "/mergers", Map.of("duplicateId", duplicateId));
            errors = ActorErrors.of(
                    sender.send(wish.whenChanged(ActorErrors.CHANGED), visit.caller(), visit.language(), request)
                            .errors());
        }
        if (!errors.isEmpty()) {
            return new ModelAndView(
                    "actor-merge", merging(actor, q, duplicateId, visit, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        memory.notice(request, "notice.actors-merged");
        return new ModelAndView("redirect:/actors/" + id);
    }

    private Map<String, Object> merging(Actor actor, String q, String chosen, Visit visit, Map<String, String> errors) {
        String wanted = ActorSearch.plain(q);
        List<Actor> found = actors.possibleDuplicates(actor, visit).stream()
                .filter(other -> ActorSearch.plain(other.name()).contains(wanted))
                .sorted(Comparator.comparing(other -> !Alike.are(other.name(), actor.name())))
                .toList();
        return Map.of(
                "actorId",
                actor.id(),
                "actorName",
                actor.name(),
                "q",
                q,
                "candidates",
                found.stream().limit(SHOWN).toList(),
                "more",
                found.size() > SHOWN,
                "chosen",
                chosen,
                "errors",
                errors);
    }
}
