package se.koalition.portal.pages.operating;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import se.koalition.portal.personal.PersonalData;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;

/** What an operator does for somebody who cannot sign in to do it themself (GDPR, articles 15 and 17). */
@Controller
class PersonController {

    private final ReadModel readModel;
    private final PersonalData data;
    private final Sender sender;
    private final Memory memory;

    PersonController(ReadModel readModel, PersonalData data, Sender sender, Memory memory) {
        this.readModel = readModel;
        this.data = data;
        this.sender = sender;
        this.memory = memory;
    }

    @GetMapping("/operator/members/{id}/data")
    ResponseEntity<PersonalData.Collected> data(
            @PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit) {
        visit.mustOperate();
        return data.file(id, visit.caller().orElseThrow());
    }

    /** Operators who are members are signed out by it; for them there is their own page. */
    @GetMapping("/operator/members/{id}/erase")
    String eraseForm(
            @PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        visit.mustOperate();
        if (id.equals(visit.memberId())) {
            return "redirect:/members/" + id + "/erase";
        }
        model.addAllAttributes(erasing(toErase(id), Map.of()));
        return "erase-form";
    }

    @PostMapping("/operator/members/{id}/erase")
    ModelAndView erase(
            @PathVariable String id,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustOperate();
        Member member = toErase(id);
        Sender.Wish wish = new Sender.Wish("DELETE", "/api/members/" + id, Map.of());
        Sender.Outcome outcome = sender.send(wish, visit.caller(), visit.language(), request);
        if (!outcome.done()) {
            // That nobody else coordinates is the one conflict there is.
            Map<String, String> told = outcome.isProblem("conflict")
                    ? Map.of("form", "operator.erase.last-coordinator")
                    : outcome.errors();
            return new ModelAndView("erase-form", erasing(member, told), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        memory.notice(request, "notice.member-erased");
        return new ModelAndView("redirect:/operator");
    }

    private Member toErase(String id) {
        return readModel
                .member(id)
                .filter(member -> !member.erased())
                .orElseThrow(() -> Problem.notFound("No such member."));
    }

    private static Map<String, Object> erasing(Member member, Map<String, String> errors) {
        return Map.of(
                "member",
                member,
                "self",
                false,
                "errors",
                errors,
                "back",
                "/operator",
                "action",
                "/operator/members/" + member.id() + "/erase");
    }
}
