package se.koalition.portal.pages.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.koalition.portal.exchange.Board;
import se.koalition.portal.exchange.Entry;
import se.koalition.portal.exchange.Filter;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.Kind;
import se.koalition.portal.readmodel.Sectors;
import se.koalition.portal.settings.Sweden;

/** What the actors of a coalition need and offer, to look through. */
@Controller
class ExchangeController {

    private static final int PAGE = 50;

    private final Desk desk;
    private final ExchangeViews views;

    ExchangeController(Desk desk, ExchangeViews views) {
        this.desk = desk;
        this.views = views;
    }

    /** What a reader can choose between, as far as there is something of it. */
    record Choices(List<String> themes, List<String> sectors, List<String> municipalities) {}

    /**
     * @param previous which page comes before this one; null on the first
     * @param next which page comes after this one; null on the last
     */
    record Listing(
            List<PostingView> items,
            int count,
            @Nullable Integer previous,
            @Nullable Integer next) {}

    @GetMapping("/coalitions/{id}/exchange")
    String exchange(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String kind,
            Filter filter,
            @RequestParam(defaultValue = "1") int page,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        Coalition coalition = desk.coalition(id);
        Board board = desk.board(id, visit);
        List<Entry> all =
                Stream.of(Kind.values()).flatMap(k -> board.open(k).stream()).toList();
        model.addAttribute("coalition", coalition);
        model.addAttribute("kind", kind);
        model.addAttribute("filter", filter);
        model.addAttribute("choices", choices(all));
        model.addAttribute("needs", kind.equals("offer") ? null : listing(board.open(Kind.NEED), filter, page, visit));
        model.addAttribute("offers", kind.equals("need") ? null : listing(board.open(Kind.OFFER), filter, page, visit));
        model.addAttribute("mine", mine(board, visit));
        model.addAttribute("mayPost", visit.actorId() != null && visit.belongsTo(id) && !coalition.concluded());
        model.addAttribute("showPairs", visit.coordinates(id) && !coalition.concluded());
        model.addAttribute(
                "matches",
                visit.standing().map(s -> board.matchesFor(s, id).size()).orElse(0));
        return "exchange";
    }

    private Listing listing(List<Entry> open, Filter filter, int page, Visit visit) {
        List<Entry> found = open.stream().filter(filter::matches).toList();
        int last = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        int shown = Math.clamp(page, 1, last);
        int from = (shown - 1) * PAGE;
        int to = Math.min(found.size(), from + PAGE);
        return new Listing(
                views.lines(found.subList(from, to), visit.language()),
                found.size(),
                shown > 1 ? shown - 1 : null,
                shown < last ? shown + 1 : null);
    }

    /** The visitor's actor's own, closed ones last. */
    private List<PostingView> mine(Board board, Visit visit) {
        List<Entry> own = Stream.of(Kind.values())
                .flatMap(k -> board.of(k, visit.actorId()).stream())
                .sorted(Comparator.comparing(entry -> !entry.isOpen()))
                .toList();
        return views.lines(own, visit.language());
    }

    private static Choices choices(List<Entry> all) {
        return new Choices(
                sorted(all.stream().flatMap(e -> e.posting().themes().stream())),
                Sectors.ALL.stream()
                        .filter(sector -> all.stream().anyMatch(e -> e.sector().equals(sector)))
                        .toList(),
                sorted(all.stream().map(e -> e.posting().municipality()).filter(Objects::nonNull)));
    }

    private static List<String> sorted(Stream<String> words) {
        return words.distinct().sorted(Sweden.order()).toList();
    }
}
