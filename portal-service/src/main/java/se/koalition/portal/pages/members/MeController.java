package se.koalition.portal.pages.members;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.personal.PersonalData;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.settings.Sweden;

/** A member's own page: their seat, what they say of themself, and what is stored about them. */
@Controller
class MeController {

    private final ReadModel readModel;
    private final Seats seats;
    private final PersonalData data;
    private final Sender sender;
    private final Memory memory;

    MeController(ReadModel readModel, Seats seats, PersonalData data, Sender sender, Memory memory) {
        this.readModel = readModel;
        this.seats = seats;
        this.data = data;
        this.sender = sender;
        this.memory = memory;
    }

    record SelfForm(String name, String language, String version) {
        SelfForm {
            name = Objects.requireNonNullElse(name, "");
            language = Objects.requireNonNullElse(language, "");
            version = Objects.requireNonNullElse(version, "");
        }

        static SelfForm of(Member member) {
            return new SelfForm(member.name(), member.language(), Long.toString(member.sequence()));
        }
    }

    record Belonging(String id, String name, boolean coordinator) {}

    @GetMapping("/me")
    String me(@ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        Member member = visit.mustBeMember();
        model.addAllAttributes(attributes(visit, SelfForm.of(member), Map.of()));
        return "me";
    }

    @PostMapping("/me")
    ModelAndView describe(
            SelfForm form, @ModelAttribute(name = "visit", binding = false) Visit visit, HttpServletRequest request) {
        Member member = visit.mustBeMember();
        Map<String, String> errors =
                form.name().isBlank() ? Map.of("name", "error.required") : send(form, member, visit, request);
        if (errors.isEmpty()) {
            memory.notice(request, "notice.described");
            return new ModelAndView("redirect:/me");
        }
        return new ModelAndView("me", attributes(visit, form, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Map<String, String> send(SelfForm form, Member member, Visit visit, HttpServletRequest request) {
        Sender.Wish wish = new Sender.Wish(
                "PUT",
                "/api/members/" + member.id() + "/description",
                Map.of("name", form.name().strip(), "language", form.language().equals("en") ? "en" : "sv"),
                Sender.Wish.at(form.version()));
        return sender.send(wish.whenChanged("me.changed"), visit.caller(), visit.language(), request)
                .errors();
    }

    @GetMapping("/me/data")
    ResponseEntity<PersonalData.Collected> data(@ModelAttribute(name = "visit", binding = false) Visit visit) {
        Member member = visit.mustBeMember();
        return data.file(member.id(), visit.caller().orElseThrow());
    }

    private Map<String, Object> attributes(Visit visit, SelfForm form, Map<String, String> errors) {
        Member member = visit.mustBeMember();
        List<Belonging> coalitions = visit.standing().orElseThrow().belongsTo().stream()
                .flatMap(id -> readModel.coalition(id).stream())
                .sorted(Comparator.comparing(Coalition::name, Sweden.order()).thenComparing(Coalition::id))
                .map(c -> new Belonging(c.id(), c.name(), visit.coordinates(c.id())))
                .toList();
        Map<String, Object> all = new HashMap<>();
        all.put("member", member);
        all.put("form", form);
        all.put("errors", errors);
        all.put("coalitions", coalitions);
        all.put(
                "seats",
                Optional.ofNullable(member.actorId())
                        .flatMap(id -> seats.of(id, visit))
                        .orElse(null));
        return all;
    }
}
