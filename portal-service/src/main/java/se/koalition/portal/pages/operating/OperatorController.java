package se.koalition.portal.pages.operating;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.settings.Settings;
import se.koalition.portal.settings.Sweden;

/** What an operator begins with: every coalition with who coordinates it, and a way to find a person. */
@Controller
class OperatorController {

    private final ReadModel readModel;

    OperatorController(ReadModel readModel) {
        this.readModel = readModel;
    }

    record CoalitionLine(String id, String name, String phase, List<String> coordinators) {}

    /** @param standing how they stand to Koalition: {@code member}, {@code applicant} or {@code left} */
    record Found(String id, String name, String email, String standing, String actor) {}

    @GetMapping("/operator")
    String page(@ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        visit.mustOperate();
        model.addAllAttributes(attributes("", Map.of()));
        return "operator";
    }

    /** Posted, for an address in a URL would stay in logs and histories. */
    @PostMapping("/operator")
    ModelAndView find(
            @RequestParam(defaultValue = "") String email,
            @ModelAttribute(name = "visit", binding = false) Visit visit) {
        visit.mustOperate();
        if (email.strip().indexOf('@') < 1) {
            return new ModelAndView(
                    "operator", attributes(email, Map.of("email", "error.email")), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Map<String, Object> attributes = attributes(email, Map.of());
        attributes.put(
                "found",
                readModel.anybodyByEmail(Settings.normalise(email)).map(this::found).stream()
                        .toList());
        return new ModelAndView("operator", attributes);
    }

    private Found found(Member m) {
        String standing = m.applicant() != null ? "applicant" : m.present() ? "member" : "left";
        String actorId = m.actorId() == null ? m.formerActorId() : m.actorId();
        String actor =
                actorId == null ? "" : readModel.actor(actorId).map(Actor::name).orElse("");
        return new Found(m.id(), m.name(), m.email(), standing, actor);
    }

    private Map<String, Object> attributes(String email, Map<String, String> errors) {
        List<CoalitionLine> coalitions = readModel.coalitions().stream()
                .sorted(Comparator.comparing(Coalition::name, Sweden.order()).thenComparing(Coalition::id))
                .map(this::line)
                .toList();
        return new HashMap<>(Map.of("coalitions", coalitions, "email", email, "errors", errors));
    }

    private CoalitionLine line(Coalition coalition) {
        List<String> coordinators = readModel.membersOf(coalition.id(), List.of()).stream()
                .filter(member -> member.coordinates(coalition.id()))
                .map(Member::name)
                .sorted(Sweden.order())
                .toList();
        return new CoalitionLine(coalition.id(), coalition.name(), coalition.phase(), coordinators);
    }
}
