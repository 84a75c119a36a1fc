package se.koalition.portal.pages.meetings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Meeting;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.security.Caller;

/** What the links in an invitation open. Only the click on the page answers, for programs follow links too. */
@Controller
class AnswerLinkController {

    private static final List<String> ANSWERS = List.of("yes", "maybe", "no");

    private final AnswerLinks links;
    private final ReadModel readModel;
    private final Meetings meetings;
    private final Sender sender;

    AnswerLinkController(AnswerLinks links, ReadModel readModel, Meetings meetings, Sender sender) {
        this.links = links;
        this.readModel = readModel;
        this.meetings = meetings;
        this.sender = sender;
    }

    /** A link that still means something. */
    private record Invitation(Meeting meeting, Member member) {}

    @GetMapping("/answers/{token}")
    String form(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String answer,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        fill(model, token, answer, visit);
        return "answer-link";
    }

    @PostMapping("/answers/{token}")
    ModelAndView answer(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String answer,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request,
            Model model) {
        Optional<Invitation> invitation = fill(model, token, answer, visit);
        if (invitation.isEmpty() || answer == null || !ANSWERS.contains(answer)) {
            return new ModelAndView("answer-link", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Member member = invitation.get().member();
        String path = "/api/meetings/" + invitation.get().meeting().id() + "/answers/" + member.id();
        Sender.Outcome outcome = sender.send(
                new Sender.Wish("PUT", path, Map.of("answer", answer)),
                Optional.of(new Caller(member.id(), false, member.sequence())),
                visit.language(),
                request);
        if (!outcome.done()) {
            throw outcome.errors().containsValue("error.unavailable")
                    ? Problem.unavailable("The answer could not be saved.")
                    : Problem.invalid("The answer was refused.");
        }
        model.addAttribute("done", true);
        return new ModelAndView("answer-link");
    }

    private Optional<Invitation> fill(Model model, String token, @Nullable String answer, Visit visit) {
        Optional<AnswerLinks.Link> link = links.read(token);
        Optional<Meeting> meeting = link.flatMap(l -> readModel.meeting(l.meetingId()));
        Optional<Invitation> valid = meeting.filter(meetings::open)
                .filter(m -> m.revision() <= link.orElseThrow().revision())
                .flatMap(m -> readModel
                        .member(link.orElseThrow().memberId())
                        .filter(Member::present)
                        .map(member -> new Invitation(m, member)));
        model.addAttribute("token", token);
        model.addAttribute(
                "meeting",
                meeting.map(m -> meetings.view(m, false, visit.language())).orElse(null));
        model.addAttribute("memberName", valid.map(v -> v.member().name()).orElse(null));
        model.addAttribute("answer", answer != null && ANSWERS.contains(answer) ? answer : null);
        model.addAttribute("done", false);
        model.addAttribute("expired", valid.isEmpty());
        return valid;
    }
}
