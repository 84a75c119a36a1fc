package se.koalition.actor.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A need or an offer as others know it: {@code contracts/schemas/need.state.json}, {@code offer.state.json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PostingState(
        String id,
        String coalitionId,
        String actorId,
        String memberId,
        String title,
        String text,
        List<String> themes,
        @Nullable String municipality,
        @Nullable String municipalityCode,
        LocalDate validUntil,
        String status,
        Instant openedAt,
        @Nullable Instant closedAt) {

    static PostingState of(Posting p) {
        return new PostingState(
                p.id(),
                p.coalitionId(),
                p.actorId(),
                p.memberId(),
                p.wording().title(),
                p.wording().text(),
                p.wording().themes(),
                p.wording().municipality(),
                p.wording().municipalityCode(),
                p.validUntil(),
                p.status().name().toLowerCase(Locale.ROOT),
                p.openedAt(),
                p.closedAt());
    }
}
