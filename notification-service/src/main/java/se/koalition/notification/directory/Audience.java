package se.koalition.notification.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who is mailed what others did. The same whatever of it, its author, the members and the actors was told first. */
@Component
public class Audience {

    private final Directory directory;

    Audience(Directory directory) {
        this.directory = directory;
    }

    /** The members of the other actors who had joined the coalition when it was shared, as far as they are known. */
    public List<Member> of(Insight insight) {
        List<Actor> actors = directory.actorsIn(insight.coalitionId());
        return directory.membersIn(insight.coalitionId()).stream()
                .filter(member -> !member.id().equals(insight.authorId()))
                .filter(member ->
                        insight.actorId() == null || !insight.actorId().equals(member.actorId()))
                .filter(member -> joined(member, insight.coalitionId(), actors)
                        .filter(at -> !at.isAfter(insight.sharedAt()))
                        .isPresent())
                .toList();
    }

    /**
     * The members of the actor that was contacted who had its seat by then, as far as they are known. Nobody before
     * the need and the offer are known too, for a mail is about them.
     */
    public List<Member> of(Match match) {
        boolean known = match.isNews()
                && directory.needTitle(match.needId()).isPresent()
                && directory.offerTitle(match.offerId()).isPresent();
        return !known
                ? List.of()
                : directory.membersOf(List.of(match.contactedActorId())).stream()
                        .filter(member -> !member.id().equals(match.contactedBy()))
                        .filter(member -> !member.addedAt().isAfter(match.contactedAt()))
                        .toList();
    }

    /** When a member came to belong to a coalition, by a role of their own or by their actor. */
    static Optional<Instant> joined(Member member, String coalitionId, List<Actor> actors) {
        Stream<Instant> byRole = member.roles().stream()
                .filter(role -> role.coalitionId().equals(coalitionId))
                .map(Member.Role::since);
        Stream<Instant> byActor = actors.stream()
                .filter(actor -> actor.id().equals(member.actorId()))
                .flatMap(actor -> actor.participations().stream())
                .filter(participation -> participation.coalitionId().equals(coalitionId))
                .map(participation -> later(participation.joinedAt(), member.addedAt()));
        return Stream.concat(byRole, byActor).min(Comparator.naturalOrder());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
