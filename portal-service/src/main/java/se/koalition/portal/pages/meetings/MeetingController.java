package se.koalition.portal.pages.meetings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.readmodel.Meeting;

/** The page of one meeting, where members answer. */
@Controller
class MeetingController {

    private final Meetings meetings;
    private final Sender sender;
    private final Memory memory;

    MeetingController(Meetings meetings, Sender sender, Memory memory) {
        this.meetings = meetings;
        this.sender = sender;
        this.memory = memory;
    }

    @GetMapping("/meetings/{id}")
    String meeting(@PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        Meeting meeting = meetings.get(id);
        String member = visit.memberId();
        model.addAttribute("meeting", meetings.view(meeting, visit));
        model.addAttribute("myAnswer", member == null ? null : meeting.answerOf(member));
        model.addAttribute("mayAnswer", member != null && meeting.invited().contains(member) && meetings.open(meeting));
        model.addAttribute("mayCoordinate", visit.coordinates(meeting.coalitionId()));
        model.addAttribute("mayMove", meetings.movable(meeting));
        return "meeting";
    }

    @PostMapping("/meetings/{id}/answer")
    String answer(
            @PathVariable String id,
            @RequestParam String answer,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustBelongTo(meetings.get(id).coalitionId());
        String member = visit.memberId();
        Sender.Outcome outcome = sender.send(
                new Sender.Wish("PUT", "/api/meetings/" + id + "/answers/" + member, Map.of("answer", answer)),
                visit.caller(),
                visit.language(),
                request);
        memory.notice(request, outcome.done() ? "notice.answer-saved" : outcome.trouble());
        return "redirect:/meetings/" + id;
    }
}
