package se.koalition.portal.pages.meetings;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.readmodel.Meeting;

/** Where a coordinator moves or cancels a meeting. */
@Controller
class ChangingController {

    private final Meetings meetings;
    private final Sender sender;
    private final Memory memory;
    private final Clock clock;

    ChangingController(Meetings meetings, Sender sender, Memory memory, Clock clock) {
        this.meetings = meetings;
        this.sender = sender;
        this.memory = memory;
        this.clock = clock;
    }

    @GetMapping("/meetings/{id}/move")
    String moveForm(
            @PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        Meeting meeting = meetings.toChange(id, visit);
        model.addAllAttributes(moving(id, MeetingForm.of(meeting), Map.of()));
        return "meeting-form";
    }

    /** The version in the form is what the coordinator looked at: who moved it meanwhile is not overruled unseen. */
    @PostMapping("/meetings/{id}/move")
    ModelAndView move(
            @PathVariable String id,
            MeetingForm form,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Meeting meeting = meetings.toChange(id, visit);
        Map<String, String> errors = form.errors(true, clock.instant());
        if (errors.isEmpty()) {
            errors = send("rescheduling", form.times(), form.version(), id, visit, request);
            if (errors.isEmpty()) {
                return done(id, "notice.meeting-moved", request);
            }
        }
        MeetingForm again = errors.containsValue("error.meeting-changed") ? form.at(meeting.sequence()) : form;
        return new ModelAndView("meeting-form", moving(id, again, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    record CancelForm(String reason) {
        CancelForm {
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping("/meetings/{id}/cancel")
    String cancelForm(
            @PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        Meeting meeting = meetings.toChange(id, visit);
        model.addAllAttributes(cancelling(meeting, new CancelForm(""), Map.of(), visit));
        return "cancel-form";
    }

    @PostMapping("/meetings/{id}/cancel")
    ModelAndView cancel(
            @PathVariable String id,
            CancelForm form,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Meeting meeting = meetings.toChange(id, visit);
        Map<String, String> body = form.reason().isBlank()
                ? Map.of()
                : Map.of("reason", form.reason().strip());
        Map<String, String> errors = send("cancellation", body, null, id, visit, request);
        return errors.isEmpty()
                ? done(id, "notice.meeting-cancelled", request)
                : new ModelAndView(
                        "cancel-form", cancelling(meeting, form, errors, visit), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Map<String, String> send(
            String what,
            Map<String, ?> body,
            @Nullable String version,
            String id,
            Visit visit,
            HttpServletRequest request) {
        Map<String, String> headers = version == null ? Map.of() : Sender.Wish.at(version);
        Sender.Wish wish = new Sender.Wish("POST", "/api/meetings/" + id + "/" + what, body, headers);
        return sender.send(wish.whenChanged("error.meeting-changed"), visit.caller(), visit.language(), request)
                .errors();
    }

    private ModelAndView done(String id, String notice, HttpServletRequest request) {
        memory.notice(request, notice);
        return new ModelAndView("redirect:/meetings/" + id);
    }

    private static Map<String, Object> moving(String id, MeetingForm form, Map<String, String> errors) {
        return Map.of(
                "form",
                form,
                "errors",
                errors,
                "action",
                "/meetings/" + id + "/move",
                "back",
                "/meetings/" + id,
                "moving",
                true);
    }

    private Map<String, Object> cancelling(Meeting meeting, CancelForm form, Map<String, String> errors, Visit visit) {
        return Map.of("meeting", meetings.view(meeting, visit), "form", form, "errors", errors);
    }
}
