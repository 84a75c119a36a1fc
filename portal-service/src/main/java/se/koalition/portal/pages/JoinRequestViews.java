package se.koalition.portal.pages;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.JoinRequest;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;

/** The requests to join as a coordinator sees them, with what helps to decide. */
@Component
class JoinRequestViews {

    private final ReadModel readModel;

    JoinRequestViews(ReadModel readModel) {
        this.readModel = readModel;
    }

    /** In the order in which they came, what is answered from the newest answer. */
    record Lists(List<View> waiting, List<View> unproven, List<View> answered) {}

    /**
     * One of them.
     *
     * @param here whether an actor of this name takes part already
     * @param represents another actor, whom the applicant represents already
     */
    record View(
            String id,
            String organisation,
            String sector,
            @Nullable String municipality,
            @Nullable String why,
            String day,
            String status,
            @Nullable String message,
            @Nullable String answeredOn,
            @Nullable String name,
            @Nullable String email,
            boolean here,
            @Nullable String represents) {}

    long waiting(String coalitionId) {
        return readModel.joinRequestsOf(coalitionId).stream()
                .filter(JoinRequest::held)
                .count();
    }

    Lists of(String coalitionId, Locale language) {
        List<JoinRequest> all = readModel.joinRequestsOf(coalitionId);
        List<String> names = readModel.actorsOf(coalitionId).stream()
                .map(actor -> actor.name().toLowerCase(Locale.ROOT))
                .toList();
        Comparator<JoinRequest> oldest = Comparator.comparing(JoinRequest::receivedAt);
        Comparator<JoinRequest> answered = Comparator.comparing(JoinRequestViews::answeredAt);
        return new Lists(
                all.stream()
                        .filter(r -> r.held() && r.proven())
                        .sorted(oldest)
                        .map(r -> view(r, names, language))
                        .toList(),
                all.stream()
                        .filter(r -> r.held() && !r.proven())
                        .sorted(oldest)
                        .map(r -> view(r, names, language))
                        .toList(),
                all.stream()
                        .filter(r -> !r.held())
                        .sorted(answered.reversed())
                        .map(r -> view(r, names, language))
                        .toList());
    }

    private static Instant answeredAt(JoinRequest r) {
        Instant at = r.decidedAt();
        return at == null ? r.receivedAt() : at;
    }

    private View view(JoinRequest r, List<String> actorNames, Locale language) {
        Optional<Member> applicant = Optional.ofNullable(r.memberId()).flatMap(readModel::member);
        String represents = applicant
                .map(Member::actorId)
                .flatMap(readModel::actor)
                .map(Actor::name)
                .filter(name -> !name.equalsIgnoreCase(r.organisation()))
                .orElse(null);
        return new View(
                r.id(),
                r.organisation(),
                r.sector(),
                r.municipality(),
                r.why(),
                Days.past(r.receivedAt(), language),
                r.status(),
                r.message(),
                r.held() ? null : Days.past(answeredAt(r), language),
                applicant.map(Member::name).orElse(null),
                applicant.map(Member::email).orElse(null),
                actorNames.contains(r.organisation().toLowerCase(Locale.ROOT)),
                represents);
    }
}
