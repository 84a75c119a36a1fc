package se.koalition.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.exchange.Board;
import se.koalition.portal.exchange.Entry;
import se.koalition.portal.exchange.ReasonWords;
import se.koalition.portal.matching.Proposal;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.Posting;
import se.koalition.portal.readmodel.ReadModel;

/** Needs, offers and proposals as the API tells them. */
@Component
class PostingAnswers {

    private final ReadModel model;
    private final ReasonWords words;

    PostingAnswers(ReadModel model, ReasonWords words) {
        this.model = model;
        this.words = words;
    }

    /** @param openedBy the person, for members of the coalition */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PostingAnswer(
            String id,
            String coalitionId,
            String title,
            String text,
            List<String> themes,
            @Nullable String municipality,
            @Nullable String municipalityCode,
            LocalDate validUntil,
            String status,
            Instant openedAt,
            @Nullable Instant closedAt,
            String actorId,
            String actor,
            String sector,
            @Nullable String openedBy) {}

    /** The other side's need or offer, and why. */
    record ProposalAnswer(String needId, String offerId, PostingAnswer posting, List<String> reasons) {}

    record ProposalsAnswer(List<ProposalAnswer> items) {}

    /** A need and an offer that could meet it, and why. */
    record PairAnswer(PostingAnswer need, PostingAnswer offer, List<String> reasons) {}

    record PairsAnswer(List<PairAnswer> items) {}

    PostingAnswer posting(Entry entry, boolean inside) {
        Posting p = entry.posting();
        return new PostingAnswer(
                p.id(),
                p.coalitionId(),
                p.title(),
                p.text(),
                p.themes(),
                p.municipality(),
                p.municipalityCode(),
                p.validUntil(),
                entry.status(),
                p.openedAt(),
                p.closedAt(),
                p.actorId(),
                entry.actorName(),
                entry.sector(),
                inside ? model.member(p.memberId()).map(Member::name).orElse(null) : null);
    }

    ProposalsAnswer proposals(List<Board.Proposed> proposed, Locale language) {
        return new ProposalsAnswer(proposed.stream()
                .map(p -> new ProposalAnswer(
                        p.proposal().needId(),
                        p.proposal().offerId(),
                        posting(p.entry(), true),
                        reasons(p.proposal(), language)))
                .toList());
    }

    PairsAnswer pairs(List<Board.Pair> pairs, Locale language) {
        return new PairsAnswer(pairs.stream()
                .map(p -> new PairAnswer(
                        posting(p.need(), true), posting(p.offer(), true), reasons(p.proposal(), language)))
                .toList());
    }

    private List<String> reasons(Proposal proposal, Locale language) {
        return proposal.reasons().stream()
                .map(reason -> words.of(reason, language))
                .toList();
    }
}
