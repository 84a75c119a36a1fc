package se.koalition.portal.pages.joining;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.pages.Days;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.JoinRequest;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;

/** The requests to join as a coordinator sees them, with what helps to decide. */
@Component
public class JoinRequestViews {

    private static final int PAGE = 20;

    /** How often an actor may have been merged on the way to the one that stays. */
    private static final int MERGED = 10;

    private final ReadModel readModel;

    JoinRequestViews(ReadModel readModel) {
        this.readModel = readModel;
    }

    /**
     * In the order in which they came, what is answered page by page from the newest answer.
     *
     * @param next the last one of the page if others follow
     */
    record Lists(
            List<View> waiting,
            List<View> unproven,
            List<View> answered,
            @Nullable String next) {}

    /**
     * One of them.
     *
     * @param known where an actor of this name has its home: {@code here} or {@code elsewhere}, where others give its
     *     seats; none if it is known nowhere
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
            @Nullable String known,
            @Nullable String represents) {}

    public long waiting(String coalitionId) {
        return readModel.countWaitingJoinRequestsOf(coalitionId);
    }

    /** @param after the last one on the page before of those that are answered; empty for the first page */
    Lists of(String coalitionId, String after, Locale language) {
        List<JoinRequest> held = readModel.waitingJoinRequestsOf(coalitionId);
        List<JoinRequest> answered = readModel.answeredJoinRequestsOf(coalitionId, after, PAGE + 1);
        List<JoinRequest> page = answered.subList(0, Math.min(PAGE, answered.size()));
        return new Lists(
                views(held.stream().filter(JoinRequest::proven), language),
                views(held.stream().filter(r -> !r.proven()), language),
                views(page.stream(), language),
                answered.size() > PAGE ? page.getLast().id() : null);
    }

    private List<View> views(Stream<JoinRequest> requests, Locale language) {
        return requests.map(r -> view(r, language)).toList();
    }

    private static Instant answeredAt(JoinRequest r) {
        Instant at = r.decidedAt();
        return at == null ? r.receivedAt() : at;
    }

    /** As its owner makes it of the name, which is tidied there already. */
    private static String actorId(String name) {
        return UUID.nameUUIDFromBytes(("actor:" + name.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A duplicate stands for the actor that it was merged into; a circle of them, which nobody means, for nobody. */
    private Optional<Actor> known(String organisation) {
        Optional<Actor> actor = readModel.actor(actorId(organisation));
        for (int merged = 0; merged < MERGED && actor.map(Actor::mergedInto).isPresent(); merged++) {
            actor = actor.map(Actor::mergedInto).flatMap(readModel::actor);
        }
        return actor;
    }

    private View view(JoinRequest r, Locale language) {
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
                r.held() ? known(r) : null,
                represents);
    }

    private @Nullable String known(JoinRequest r) {
        return known(r.organisation())
                .flatMap(Actor::home)
                .map(home -> home.equals(r.coalitionId()) ? "here" : "elsewhere")
                .orElse(null);
    }
}
