package se.koalition.portal.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.matching.Proposal;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Kind;
import se.koalition.portal.readmodel.Match;
import se.koalition.portal.readmodel.Rights.Standing;

/** All needs and offers of one coalition and what has come of them, as they stand on a day. */
public final class Board {

    /** What a board was made from, and when, by the nano clock. */
    record Made(long stamp, LocalDate day, long from) {

        /** Whether nothing has changed between this and now, and it has what was awaited. */
        boolean serves(Made now, Reached reached) {
            return stamp == now.stamp && day.equals(now.day) && from - reached.since() >= 0;
        }
    }

    private final Made made;
    private final Map<Kind, List<Entry>> entries;
    private final List<Match> matches;
    private final Proposals proposals;

    /**
     * @param entries newest first
     * @param matches newest first
     */
    Board(Made made, Map<Kind, List<Entry>> entries, List<Match> matches, Proposals proposals) {
        this.made = made;
        this.entries = entries;
        this.matches = matches;
        this.proposals = proposals;
    }

    Made made() {
        return made;
    }

    Proposals proposals() {
        return proposals;
    }

    /** Newest first. */
    public List<Entry> all(Kind kind) {
        return entries.getOrDefault(kind, List.of());
    }

    public List<Entry> open(Kind kind) {
        return all(kind).stream().filter(Entry::isOpen).toList();
    }

    /** Those of one actor, closed ones too. */
    public List<Entry> of(Kind kind, @Nullable String actorId) {
        return all(kind).stream().filter(entry -> entry.isOf(actorId)).toList();
    }

    public Optional<Entry> find(Kind kind, String id) {
        return all(kind).stream().filter(e -> e.posting().id().equals(id)).findFirst();
    }

    /** One proposal with the entry on its other side. */
    public record Proposed(Entry entry, Proposal proposal) {}

    /** Who could meet it, best first; those with whom contact is taken already are proposed no more. */
    public List<Proposed> proposals(Entry entry) {
        Kind other = entry.kind().other();
        return proposals.of(entry.kind(), entry.posting().id()).stream()
                .filter(p -> match(p.needId(), p.offerId()).isEmpty())
                .flatMap(p -> find(other, other == Kind.NEED ? p.needId() : p.offerId()).stream()
                        .map(found -> new Proposed(found, p)))
                .toList();
    }

    /** A need and an offer that could meet it. */
    public record Pair(Entry need, Entry offer, Proposal proposal) {}

    /** The best of all that is open, best first, without those that are in contact already. */
    public List<Pair> pairs(int most) {
        return proposals.pairs().stream()
                .filter(p -> match(p.needId(), p.offerId()).isEmpty())
                .flatMap(p -> find(Kind.NEED, p.needId()).stream()
                        .flatMap(need -> find(Kind.OFFER, p.offerId()).stream().map(offer -> new Pair(need, offer, p))))
                .limit(most)
                .toList();
    }

    public Optional<Match> match(String needId, String offerId) {
        return matches.stream()
                .filter(m -> m.needId().equals(needId) && m.offerId().equals(offerId))
                .findFirst();
    }

    /** Matches are the business of the two actors, and of the coordinators who help them. */
    public List<Match> matchesFor(Standing standing, String coalitionId) {
        boolean coordinates = standing.coordinates().contains(coalitionId);
        return matches.stream()
                .filter(match -> coordinates || concerns(match, standing))
                .toList();
    }

    /** Those about one need or offer, for whoever may see them. */
    public List<Match> matchesAbout(Entry entry, Standing standing) {
        return matchesFor(standing, entry.posting().coalitionId()).stream()
                .filter(match -> Stream.of(match.needId(), match.offerId())
                        .anyMatch(id -> id.equals(entry.posting().id())))
                .toList();
    }

    /** Whether the member's actor is one of the two. */
    public static boolean concerns(Match match, Standing standing) {
        return match.actors().contains(String.valueOf(standing.member().actorId()));
    }
}
