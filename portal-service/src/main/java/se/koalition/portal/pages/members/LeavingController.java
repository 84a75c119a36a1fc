package se.koalition.portal.pages.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.pages.Back;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;

/** Where a member leaves, names who takes over, and is forgotten. */
@Controller
class LeavingController {

    private final ReadModel readModel;
    private final Seats seats;
    private final Sender sender;
    private final Memory memory;

    LeavingController(ReadModel readModel, Seats seats, Sender sender, Memory memory) {
        this.readModel = readModel;
        this.seats = seats;
        this.sender = sender;
        this.memory = memory;
    }

    /**
     * How a member leaves.
     *
     * @param coalition which, if they have no seat there; none for the seat, or all
     */
    record LeaveForm(String reason, @Nullable String coalition) {

        private static final int MAX_REASON = 1000;

        LeaveForm {
            reason = Objects.requireNonNullElse(reason, "").replace("\r\n", "\n");
        }

        Map<String, String> errors() {
            return reason.length() > MAX_REASON ? Map.of("reason", "error.too-long") : Map.of();
        }

        Map<String, String> body() {
            Map<String, String> body = new HashMap<>();
            if (!reason.isBlank()) {
                body.put("reason", reason.strip());
            }
            if (coalition != null) {
                body.put("coalitionId", coalition);
            }
            return body;
        }
    }

    @GetMapping("/members/{id}/leave")
    String leaveForm(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String coalition,
            @RequestParam(required = false) @Nullable String back,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        Member member = toLeave(id, coalition, visit);
        model.addAllAttributes(leaving(member, new LeaveForm("", coalition), SeatForm.empty(), Map.of(), back, visit));
        return "leave-form";
    }

    /** The successor first: whoever has left names nobody any more. But not before it is known that they can leave. */
    @PostMapping("/members/{id}/leave")
    ModelAndView leave(
            @PathVariable String id,
            LeaveForm leave,
            SeatForm successor,
            @RequestParam(required = false) @Nullable String back,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        Member member = toLeave(id, leave.coalition(), visit);
        Map<String, String> errors = new HashMap<>(leave.errors());
        errors.putAll(successor.isEmpty() ? Map.of() : successor.errors());
        if (seats.coordinatesAlone(member, leave.coalition())) {
            errors.put("form", "leave.last-coordinator");
        }
        if (errors.isEmpty() && !successor.isEmpty()) {
            errors = succeed(member, successor, visit, request);
        }
        if (errors.isEmpty()) {
            Sender.Wish wish = new Sender.Wish("POST", "/api/members/" + id + "/departure", leave.body());
            errors = alone(sender.send(wish, visit.caller(), visit.language(), request));
        }
        if (!errors.isEmpty()) {
            return new ModelAndView(
                    "leave-form",
                    leaving(member, leave, successor, errors, back, visit),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean elsewhere = leave.coalition() != null
                && (member.actorId() != null || member.roles().size() > 1);
        if (elsewhere) {
            memory.notice(request, "notice.coalition-left");
            return new ModelAndView("redirect:" + Back.to(back));
        }
        return gone(id, "left", back, visit, request, response);
    }

    private Map<String, String> succeed(Member member, SeatForm successor, Visit visit, HttpServletRequest request) {
        Sender.Wish wish = new Sender.Wish(
                "POST",
                "/api/actors/" + member.actorId() + "/members",
                successor.successorOf(member.id()),
                Map.of("Idempotency-Key", successor.key()));
        return SeatsController.taken(sender.send(wish, visit.caller(), visit.language(), request));
    }

    /** That nobody else coordinates is the one conflict there is. */
    private static Map<String, String> alone(Sender.Outcome outcome) {
        return outcome.isProblem("conflict") ? Map.of("form", "leave.last-coordinator") : outcome.errors();
    }

    @GetMapping("/members/{id}/erase")
    String eraseForm(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String back,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        model.addAllAttributes(erasing(toErase(id, visit), Map.of(), back, visit));
        return "erase-form";
    }

    @PostMapping("/members/{id}/erase")
    ModelAndView erase(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String back,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        Member member = toErase(id, visit);
        Sender.Wish wish = new Sender.Wish("DELETE", "/api/members/" + id, Map.of());
        Map<String, String> errors = alone(sender.send(wish, visit.caller(), visit.language(), request));
        return errors.isEmpty()
                ? gone(id, "erased", back, visit, request, response)
                : new ModelAndView(
                        "erase-form", erasing(member, errors, back, visit), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Whoever is gone themself is signed out. */
    private ModelAndView gone(
            String id,
            String what,
            @Nullable String back,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!id.equals(visit.memberId())) {
            memory.notice(request, "notice.member-" + what);
            return new ModelAndView("redirect:" + Back.to(back));
        }
        new SecurityContextLogoutHandler().logout(request, response, null);
        return new ModelAndView("redirect:/?" + what);
    }

    private Member toLeave(String id, @Nullable String coalitionId, Visit visit) {
        Optional<Member> member = readModel.member(id).filter(Member::present);
        visit.must(
                member.filter(m -> coalitionId == null
                                ? seats.mayLetLeave(m, visit)
                                : seats.mayLetLeave(m, coalitionId, visit))
                        .isPresent(),
                "Only the member, and who cares for their actor, may do this.");
        return member.orElseThrow();
    }

    private Member toErase(String id, Visit visit) {
        Optional<Member> member = readModel.member(id).filter(m -> !m.erased());
        visit.must(
                member.filter(m -> seats.mayErase(m, visit)).isPresent(),
                "Only the member, or a coordinator after the member left, may do this.");
        return member.orElseThrow(() -> Problem.notFound("No such member."));
    }

    private Map<String, Object> leaving(
            Member member,
            LeaveForm leave,
            SeatForm successor,
            Map<String, String> errors,
            @Nullable String back,
            Visit visit) {
        Map<String, Object> all = erasing(member, errors, back, visit);
        all.put("reason", leave.reason());
        all.put("coalition", leave.coalition());
        all.put("form", successor);
        all.put(
                "actorName",
                Optional.ofNullable(leave.coalition() == null ? member.actorId() : null)
                        .flatMap(readModel::actor)
                        .map(Actor::name)
                        .orElse(null));
        return all;
    }

    private static Map<String, Object> erasing(
            Member member, Map<String, String> errors, @Nullable String back, Visit visit) {
        Map<String, Object> all = new HashMap<>();
        all.put("member", member);
        all.put("self", member.id().equals(visit.memberId()));
        all.put("errors", errors);
        all.put("back", Back.to(back));
        return all;
    }
}
