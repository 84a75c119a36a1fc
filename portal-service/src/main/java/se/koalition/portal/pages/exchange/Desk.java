package se.koalition.portal.pages.exchange;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import se.koalition.portal.exchange.Board;
import se.koalition.portal.exchange.Boards;
import se.koalition.portal.exchange.Entry;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.Kind;
import se.koalition.portal.readmodel.Posting;
import se.koalition.portal.readmodel.ReadModel;

/** What all pages of the exchange begin and end with. */
@Component
class Desk {

    private final ReadModel model;
    private final Boards boards;
    private final Sender sender;
    private final Memory memory;

    Desk(ReadModel model, Boards boards, Sender sender, Memory memory) {
        this.model = model;
        this.boards = boards;
        this.sender = sender;
        this.memory = memory;
    }

    Coalition coalition(String id) {
        return model.coalition(id).orElseThrow(() -> Problem.notFound("No such coalition."));
    }

    Board board(String coalitionId, Visit visit) {
        return boards.get(coalitionId, visit.reached());
    }

    /** One that the visitor may see: an open one, or in a coalition of theirs any. */
    Entry entry(Kind kind, String id, Visit visit) {
        String coalitionId = model.posting(kind, id).map(Posting::coalitionId).orElseThrow(Desk::unknown);
        return board(coalitionId, visit)
                .find(kind, id)
                .filter(entry -> entry.isOpen() || visit.belongsTo(coalitionId))
                .orElseThrow(Desk::unknown);
    }

    /** One that the visitor's actor has posted. */
    Entry own(Kind kind, String id, Visit visit) {
        Entry entry = entry(kind, id, visit);
        visit.mustRepresent(entry.posting().actorId());
        return entry;
    }

    private static Problem unknown() {
        return Problem.notFound("No such need or offer.");
    }

    /** Sends it, and remembers what to say on the next page if it was done. */
    Sender.Outcome send(Sender.Wish wish, String notice, Visit visit, HttpServletRequest request) {
        Sender.Outcome outcome =
                sender.send(wish.whenChanged("exchange.error.changed"), visit.caller(), visit.language(), request);
        if (outcome.done()) {
            memory.notice(request, notice);
        }
        return outcome;
    }

    static Kind kind(String path) {
        return path.equals(Kind.NEED.path()) ? Kind.NEED : Kind.OFFER;
    }
}
