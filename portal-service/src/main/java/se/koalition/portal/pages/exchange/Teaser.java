package se.koalition.portal.pages.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.koalition.portal.exchange.Board;
import se.koalition.portal.exchange.Boards;
import se.koalition.portal.exchange.Entry;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.readmodel.Kind;

/** What the page of a coalition shows of the exchange: how much there is, and the newest. */
@Component
public class Teaser {

    private static final int NEWEST = 3;

    private final Boards boards;
    private final ExchangeViews views;

    Teaser(Boards boards, ExchangeViews views) {
        this.boards = boards;
        this.views = views;
    }

    /** How many are open, and the newest of each kind. */
    public record Shown(int needs, int offers, List<?> newest) {}

    public Shown of(String coalitionId, Visit visit) {
        Board board = boards.get(coalitionId, visit.reached());
        List<Entry> newest = Stream.of(Kind.values())
                .flatMap(kind -> board.open(kind).stream().limit(NEWEST))
                .toList();
        return new Shown(
                board.open(Kind.NEED).size(), board.open(Kind.OFFER).size(), views.lines(newest, visit.language()));
    }
}
