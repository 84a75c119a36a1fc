package se.koalition.portal.pages.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.exchange.Entry;
import se.koalition.portal.pages.Days;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.readmodel.Kind;

/** Where a need or an offer is renewed or closed. */
@Controller
class StandingController {

    private final Desk desk;
    private final ExchangeViews views;
    private final Clock clock;

    StandingController(Desk desk, ExchangeViews views, Clock clock) {
        this.desk = desk;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/{kind:needs|offers}/{id}/renew")
    String renewForm(
            @PathVariable String kind,
            @PathVariable String id,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        Entry entry = desk.own(Desk.kind(kind), id, visit);
        String until = today().plusMonths(6).toString();
        model.addAllAttributes(attributes(entry, visit, Map.of("validUntil", until), Map.of()));
        return "posting-renew";
    }

    @PostMapping("/{kind:needs|offers}/{id}/renew")
    ModelAndView renew(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String validUntil,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Entry entry = desk.own(Desk.kind(kind), id, visit);
        String wrong = PostingForm.dayError(validUntil, today());
        Map<String, String> errors = wrong == null
                ? send(entry, "renewal", Map.of("validUntil", validUntil), "notice.exchange.renewed", visit, request)
                : Map.of("validUntil", wrong);
        return errors.isEmpty()
                ? toPage(entry)
                : refused("posting-renew", attributes(entry, visit, Map.of("validUntil", validUntil), errors));
    }

    @GetMapping("/{kind:needs|offers}/{id}/close")
    String closeForm(
            @PathVariable String kind,
            @PathVariable String id,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        Entry entry = toClose(Desk.kind(kind), id, visit);
        model.addAllAttributes(attributes(entry, visit, Map.of("as", ""), Map.of()));
        return "posting-close";
    }

    /** Met or withdrawn; a coordinator can only withdraw what another actor has posted. */
    @PostMapping("/{kind:needs|offers}/{id}/close")
    ModelAndView close(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String as,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Entry entry = toClose(Desk.kind(kind), id, visit);
        String command = switch (Objects.requireNonNullElse(as, "")) {
            case "met" -> "fulfilment";
            case "withdrawn" -> "withdrawal";
            default -> "";
        };
        Map<String, String> errors = command.isEmpty()
                ? Map.of("as", "error.choose")
                : send(entry, command, Map.of(), "notice.exchange.closed", visit, request);
        return errors.isEmpty()
                ? toPage(entry)
                : refused(
                        "posting-close",
                        attributes(entry, visit, Map.of("as", Objects.requireNonNullElse(as, "")), errors));
    }

    private Entry toClose(Kind kind, String id, Visit visit) {
        Entry entry = desk.entry(kind, id, visit);
        if (!visit.coordinates(entry.posting().coalitionId())) {
            visit.mustRepresent(entry.posting().actorId());
        }
        return entry;
    }

    private Map<String, String> send(
            Entry entry, String command, Map<String, ?> body, String notice, Visit visit, HttpServletRequest request) {
        String path = "/api/" + entry.kind().path() + "/" + entry.posting().id() + "/" + command;
        return desk.send(new Sender.Wish("POST", path, body), notice, visit, request)
                .errors();
    }

    private static ModelAndView toPage(Entry entry) {
        return new ModelAndView(
                "redirect:" + ExchangeViews.path(entry.kind(), entry.posting().id()));
    }

    private static ModelAndView refused(String page, Map<String, Object> attributes) {
        return new ModelAndView(page, attributes, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Days.ZONE));
    }

    private Map<String, Object> attributes(
            Entry entry, Visit visit, Map<String, String> form, Map<String, String> errors) {
        return Map.of(
                "posting",
                views.page(entry, visit),
                "mine",
                entry.isOf(visit.actorId()),
                "form",
                form,
                "errors",
                errors);
    }
}
