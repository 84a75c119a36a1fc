package se.koalition.portal.readmodel;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a member may see and do, read anew at each request. */
@Component
public class Rights {

    private final ReadModel model;

    Rights(ReadModel model) {
        this.model = model;
    }

    /** One member's standing. */
    public record Standing(Member member, Set<String> belongsTo, Set<String> coordinates) {}

    public Optional<Standing> of(String memberId) {
        return model.member(memberId).filter(Member::present).map(this::of);
    }

    /** A member belongs to a coalition by their actor's taking part, or by a role. */
    public Standing of(Member member) {
        Set<String> belongsTo = new HashSet<>();
        Set<String> coordinates = new HashSet<>();
        for (Member.Role role : member.roles()) {
            belongsTo.add(role.coalitionId());
            if (role.role().equals("coordinator")) {
                coordinates.add(role.coalitionId());
            }
        }
        if (member.actorId() != null) {
            model.actor(member.actorId())
                    .ifPresent(actor -> actor.participations().forEach(p -> belongsTo.add(p.coalitionId())));
        }
        return new Standing(member, Set.copyOf(belongsTo), Set.copyOf(coordinates));
    }
}
