package se.koalition.portal.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

/** Keeps each coalition's board until its stamp rises or a day ends, on which postings expire. */
@Component
public class Boards {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final ReadModel model;
    private final Stamps stamps;
    private final Matcher matcher;
    private final Clock clock;
    private final Map<String, Board> boards = new ConcurrentHashMap<>();

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
        // The stamp is read first: a change in between is found by the next one who asks.
        long start = System.nanoTime();
        Made now = new Made(stamps.now(coalitionId), LocalDate.now(clock.withZone(SWEDEN)), start);
        Board known = boards.get(coalitionId);
        if (known != null
                && known.made().stamp() == now.stamp()
                && known.made().day().equals(now.day())
                && known.made().from() - reached.since() >= 0) {
            return known;
        }
        Board built = build(coalitionId, now, known);
        boards.put(coalitionId, built);
        return built;
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
