package se.koalition.portal.pages.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.exchange.Board;
import se.koalition.portal.exchange.Entry;
import se.koalition.portal.exchange.ReasonWords;
import se.koalition.portal.matching.Proposal;
import se.koalition.portal.pages.Days;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.Kind;
import se.koalition.portal.readmodel.Match;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.Posting;
import se.koalition.portal.readmodel.ReadModel;

/** Turns needs, offers and matches into what pages show, each to whom it may be shown. */
@Component
class ExchangeViews {

    private final ReadModel model;
    private final ReasonWords words;

    ExchangeViews(ReadModel model, ReasonWords words) {
        this.model = model;
        this.words = words;
    }

    List<PostingView> lines(List<Entry> entries, Locale language) {
        return entries.stream().map(entry -> view(entry, null, language)).toList();
    }

    PostingView page(Entry entry, Visit visit) {
        Posting posting = entry.posting();
        String member = visit.belongsTo(posting.coalitionId()) ? nameOf(posting.memberId()) : null;
        return view(entry, member, visit.language());
    }

    private static PostingView view(Entry entry, @Nullable String member, Locale language) {
        Posting p = entry.posting();
        return new PostingView(
                entry.kind().type(),
                p.id(),
                path(entry.kind(), p.id()),
                p.title(),
                p.text(),
                p.themes(),
                p.municipality(),
                entry.actor() == null ? null : p.actorId(),
                entry.actorName(),
                entry.sector(),
                member,
                entry.status(),
                Days.past(p.openedAt(), language),
                Days.day(p.validUntil(), language));
    }

    /** @param mayContact whether the visitor's actor has the one for which these are proposed */
    List<ProposalView> proposals(List<Board.Proposed> proposed, boolean mayContact, Locale language) {
        return proposed.stream()
                .map(p -> new ProposalView(
                        view(p.entry(), null, language),
                        reasons(p.proposal(), language),
                        mayContact ? contact(p.proposal().needId(), p.proposal().offerId()) : null))
                .toList();
    }

    List<PairView> pairs(List<Board.Pair> pairs, Locale language) {
        return pairs.stream()
                .map(p -> new PairView(
                        view(p.need(), null, language),
                        view(p.offer(), null, language),
                        reasons(p.proposal(), language)))
                .toList();
    }

    private List<String> reasons(Proposal proposal, Locale language) {
        return proposal.reasons().stream()
                .map(reason -> words.of(reason, language))
                .toList();
    }

    MatchView match(Match m, Visit visit) {
        Locale language = visit.language();
        boolean mine = visit.standing().filter(s -> Board.concerns(m, s)).isPresent();
        String contacting = m.contactedActorId().equals(m.needActorId()) ? m.offerActorId() : m.needActorId();
        return new MatchView(
                m.id(),
                m.coalitionId(),
                model.coalition(m.coalitionId()).map(Coalition::name).orElse(""),
                titleOf(Kind.NEED, m.needId()),
                path(Kind.NEED, m.needId()),
                m.needActorId(),
                actorOf(m.needActorId()),
                titleOf(Kind.OFFER, m.offerId()),
                path(Kind.OFFER, m.offerId()),
                m.offerActorId(),
                actorOf(m.offerActorId()),
                m.status(),
                Stream.of(nameOf(m.contactedBy()), actorOf(contacting))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(", ")),
                mine ? m.message() : null,
                m.result(),
                Days.past(m.contactedAt(), language),
                day(m.metAt(), language),
                day(m.concludedAt(), language),
                mine);
    }

    private static @Nullable String day(@Nullable Instant time, Locale language) {
        return time == null ? null : Days.past(time, language);
    }

    static String path(Kind kind, String id) {
        return "/" + kind.path() + "/" + id;
    }

    static String contact(String needId, String offerId) {
        return "/needs/" + needId + "/offers/" + offerId;
    }

    private String nameOf(String memberId) {
        return model.member(memberId).map(Member::name).orElse("");
    }

    private String actorOf(String actorId) {
        return model.actor(actorId).map(Actor::name).orElse("");
    }

    private String titleOf(Kind kind, String id) {
        return model.posting(kind, id).map(Posting::title).orElse("");
    }
}
