package se.koalition.portal.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.exchange.Board.Made;
import se.koalition.portal.matching.Matcher;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Kind;
import se.koalition.portal.readmodel.Match;
import se.koalition.portal.readmodel.Posting;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.readmodel.Stamps;
import se.koalition.portal.settings.Sweden;

/** Keeps each coalition's board until its stamp rises or a day ends, on which postings expire. */
@Component
public class Boards {

    private final ReadModel model;
    private final Stamps stamps;
    private final Matcher matcher;
    private final Clock clock;
    private final Map<String, Cell> cells = new ConcurrentHashMap<>();

    Boards(ReadModel model, Stamps stamps, Matcher matcher, Clock clock) {
        this.model = model;
        this.stamps = stamps;
        this.matcher = matcher;
        this.clock = clock;
    }

    /**
     * The board with whatever was in the read model when the awaited had come.
     *
     * @param coalitionId of one that exists, for its board stays in memory
     */
    public Board get(String coalitionId, Reached reached) {
        return cells.computeIfAbsent(coalitionId, id -> new Cell()).get(coalitionId, reached);
    }

    /** One coalition's place. Whoever comes while its board is built waits for it instead of building another. */
    private final class Cell {
        private final ReentrantLock oneBuilds = new ReentrantLock();
        private volatile @Nullable Board board;

        Board get(String coalitionId, Reached reached) {
            Made asked = now(coalitionId);
            Board known = board;
            if (known != null && known.made().serves(asked, reached)) {
                return known;
            }
            oneBuilds.lock();
            try {
                known = board;
                if (known != null && known.made().from() - asked.from() >= 0) {
                    // Begun since, so it has all that was asked for, even if the stamp has risen again.
                    return known;
                }
                Made now = now(coalitionId);
                if (known != null && known.made().serves(now, reached)) {
                    return known;
                }
                Board built = build(coalitionId, now, known);
                board = built;
                return built;
            } finally {
                oneBuilds.unlock();
            }
        }
    }

    /** The stamp is read before all else: a change in between is found by the next one who asks. */
    private Made now(String coalitionId) {
        long start = System.nanoTime();
        return new Made(stamps.now(coalitionId), LocalDate.now(clock.withZone(Sweden.ZONE)), start);
    }

    private Board build(String coalitionId, Made made, @Nullable Board before) {
        List<Posting> needs = model.postingsOf(Kind.NEED, coalitionId);
        List<Posting> offers = model.postingsOf(Kind.OFFER, coalitionId);
        List<Match> matches = model.matchesOf(coalitionId).stream()
                .sorted(Comparator.comparing(Match::contactedAt).reversed().thenComparing(Match::id))
                .toList();
        Map<String, Actor> actors =
                model.actorsOf(coalitionId).stream().collect(Collectors.toMap(Actor::id, Function.identity()));
        Map<Kind, List<Entry>> entries = Map.of(
                Kind.NEED, entries(Kind.NEED, needs, actors, made.day()),
                Kind.OFFER, entries(Kind.OFFER, offers, actors, made.day()));
        Proposals.Grounds grounds = Proposals.Grounds.of(
                entries.getOrDefault(Kind.NEED, List.of()),
                entries.getOrDefault(Kind.OFFER, List.of()),
                acquaintances(coalitionId, matches, actors, clock.instant()));
        Proposals proposals = before != null && before.proposals().followFrom(grounds)
                ? before.proposals()
                : new Proposals(grounds, matcher);
        return new Board(made, entries, matches, proposals);
    }

    private Acquaintances acquaintances(
            String coalitionId, List<Match> matches, Map<String, Actor> actors, Instant now) {
        return Acquaintances.of(
                model.meetingsOf(coalitionId), matches, model.membersOf(coalitionId, actors.keySet()), now);
    }

    private static List<Entry> entries(Kind kind, List<Posting> postings, Map<String, Actor> actors, LocalDate day) {
        return postings.stream()
                .sorted(Comparator.comparing(Posting::openedAt).reversed().thenComparing(Posting::id))
                .map(p -> new Entry(kind, p, actors.get(p.actorId()), p.statusOn(day)))
                .toList();
    }
}
