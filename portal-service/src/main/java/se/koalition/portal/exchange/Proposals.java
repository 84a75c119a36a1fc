package se.koalition.portal.exchange;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.function.SingletonSupplier;
import se.koalition.portal.matching.Matcher;
import se.koalition.portal.matching.Posting;
import se.koalition.portal.matching.Proposal;
import se.koalition.portal.matching.Reason;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Kind;

/**
 * Who could meet whom among the open needs and offers of one coalition: worked out all at once when the first one asks,
 * in either direction, and kept as long as what it follows from is the same.
 */
final class Proposals {

    private static final int MOST = 5;

    /** What the proposals follow from. */
    record Grounds(List<Posting> needs, List<Posting> offers, Acquaintances met) {

        static Grounds of(Collection<Entry> needs, Collection<Entry> offers, Acquaintances met) {
            return new Grounds(postings(needs), postings(offers), met);
        }

        private static List<Posting> postings(Collection<Entry> entries) {
            return entries.stream()
                    .filter(Entry::isOpen)
                    .flatMap(entry -> Stream.ofNullable(entry.actor()).map(actor -> posting(entry, actor)))
                    .toList();
        }

        private static Posting posting(Entry entry, Actor actor) {
            var p = entry.posting();
            boolean atHome = p.municipality() == null;
            return new Posting(
                    p.id(),
                    actor.id(),
                    actor.sector(),
                    p.title(),
                    p.text(),
                    p.themes(),
                    p.municipalityCode(),
                    atHome ? actor.municipality() : p.municipality());
        }
    }

    private final Grounds grounds;
    private final SingletonSupplier<Map<String, List<Proposal>>> forNeeds;
    private final SingletonSupplier<Map<String, List<Proposal>>> forOffers;

    Proposals(Grounds grounds, Matcher matcher) {
        this.grounds = grounds;
        this.forNeeds = SingletonSupplier.of(
                () -> matcher.propose(grounds.needs(), grounds.offers(), grounds.met(), MOST).stream()
                        .collect(Collectors.groupingBy(Proposal::needId)));
        this.forOffers = SingletonSupplier.of(
                () -> matcher.propose(grounds.offers(), grounds.needs(), grounds.met(), MOST).stream()
                        .map(Proposals::turned)
                        .collect(Collectors.groupingBy(Proposal::offerId)));
    }

    boolean followFrom(Grounds other) {
        return grounds.equals(other);
    }

    /** Best first. */
    List<Proposal> of(Kind kind, String id) {
        return Objects.requireNonNull((kind == Kind.NEED ? forNeeds : forOffers).get())
                .getOrDefault(id, List.of());
    }

    /** The pairs of all needs, best first, other sector first among equals. */
    List<Proposal> pairs() {
        return Objects.requireNonNull(forNeeds.get()).values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Proposal::score)
                        .reversed()
                        .thenComparing(p -> p.reasons().stream().noneMatch(Reason.DifferentSector.class::isInstance))
                        .thenComparing(Proposal::needId)
                        .thenComparing(Proposal::offerId))
                .toList();
    }

    /** The matcher takes what it looks from as the need. */
    private static Proposal turned(Proposal p) {
        List<Reason> reasons = p.reasons().stream()
                .map(reason -> reason instanceof Reason.DifferentSector d
                        ? new Reason.DifferentSector(
                                /* needSector= */ d.offerSector(), /* offerSector= */ d.needSector())
                        : reason)
                .toList();
        return new Proposal(/* needId= */ p.offerId(), /* offerId= */ p.needId(), p.score(), reasons);
    }
}
