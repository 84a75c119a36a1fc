package se.koalition.portal.overview;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Insight;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;

/** How the authors of insights are called: to everyone by their actor, to members by their own name too. */
public final class Authors {

    private final Map<String, String> members;
    private final Map<String, String> actors;

    public Authors(ReadModel model, Collection<Insight> insights) {
        List<String> memberIds =
                insights.stream().map(Insight::authorId).distinct().toList();
        List<String> actorIds = insights.stream()
                .map(Insight::actorId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        members = model.members(memberIds).stream()
                .filter(member -> !member.erased())
                .collect(Collectors.toMap(Member::id, Member::name));
        actors = model.actors(actorIds).stream().collect(Collectors.toMap(Actor::id, Actor::name));
    }

    public @Nullable String of(Insight insight, boolean everyone) {
        String actor = insight.actorId() == null ? null : actors.get(insight.actorId());
        String member = everyone ? null : members.get(insight.authorId());
        String both = Stream.of(member == null ? "" : member, actor == null ? "" : actor)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return both.isEmpty() ? null : both;
    }
}
