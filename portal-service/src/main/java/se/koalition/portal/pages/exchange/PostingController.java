package se.koalition.portal.pages.exchange;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.koalition.portal.exchange.Board;
import se.koalition.portal.exchange.Entry;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.Kind;

/** The page of one need or offer: for members with who could meet it, and how to take contact. */
@Controller
class PostingController {

    private final Desk desk;
    private final ExchangeViews views;

    PostingController(Desk desk, ExchangeViews views) {
        this.desk = desk;
        this.views = views;
    }

    /** Something of the visitor's actor that contact can be taken about. */
    record Way(String title, String path) {}

    @GetMapping("/{kind:needs|offers}/{id}")
    String posting(
            @PathVariable String kind,
            @PathVariable String id,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        Entry entry = desk.entry(Desk.kind(kind), id, visit);
        String coalitionId = entry.posting().coalitionId();
        Coalition coalition = desk.coalition(coalitionId);
        Board board = desk.board(coalitionId, visit);
        boolean inside = visit.belongsTo(coalitionId);
        boolean mine = inside && entry.isOf(visit.actorId());
        boolean alive = entry.isOpen() && !coalition.concluded();
        model.addAttribute("posting", views.page(entry, visit));
        model.addAttribute("coalition", coalition);
        model.addAttribute("mine", mine);
        model.addAttribute("mayWithdraw", visit.coordinates(coalitionId) && !mine);
        model.addAttribute("mayContact", inside && visit.actorId() != null && !mine && alive);
        model.addAttribute("showProposals", inside && alive);
        model.addAttribute(
                "proposals",
                inside && alive ? views.proposals(board.proposals(entry), mine, visit.language()) : List.of());
        model.addAttribute("ways", inside && !mine ? ways(entry, board, visit) : List.of());
        model.addAttribute(
                "matches",
                visit.standing().stream()
                        .flatMap(s -> board.matchesAbout(entry, s).stream())
                        .map(match -> views.match(match, visit))
                        .toList());
        return "posting";
    }

    /** Those by which contact is not taken already. */
    private static List<Way> ways(Entry entry, Board board, Visit visit) {
        return board.of(entry.kind().other(), visit.actorId()).stream()
                .filter(Entry::isOpen)
                .map(own -> entry.kind() == Kind.NEED ? new Two(entry, own, own) : new Two(own, entry, own))
                .filter(two -> board.match(two.needId(), two.offerId()).isEmpty())
                .map(two -> new Way(two.own().posting().title(), ExchangeViews.contact(two.needId(), two.offerId())))
                .toList();
    }

    private record Two(Entry need, Entry offer, Entry own) {
        String needId() {
            return need.posting().id();
        }

        String offerId() {
            return offer.posting().id();
        }
    }
}
