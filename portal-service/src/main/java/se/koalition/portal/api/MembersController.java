package se.koalition.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.settings.Sweden;

/** Members, for members: names stay within the coalition, addresses with the person. */
@RestController
class MembersController {

    private final ReadModel model;
    private final Reader reader;

    MembersController(ReadModel model, Reader reader) {
        this.model = model;
        this.reader = reader;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String id,
            String name,
            @Nullable String actorId,
            @Nullable String actor,
            boolean deputy,
            boolean coordinator) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Self(
            String id,
            String name,
            String email,
            String language,
            @Nullable String actorId,
            boolean deputy,
            List<Member.Role> roles) {}

    @GetMapping("/api/coalitions/{id}/members")
    ResponseEntity<byte[]> of(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reached reached = reader.member(id, caller, positions).reached();
        Map<String, Actor> actors =
                model.actorsOf(id).stream().collect(Collectors.toMap(Actor::id, Function.identity()));
        Comparator<Member> byName = Comparator.comparing(Member::name, Sweden.order());
        List<Member> members = model.membersOf(id, actors.keySet()).stream()
                .sorted(byName.thenComparing(Member::id))
                .toList();
        List<Member> rest = Page.rest(members, Member::id, after);
        return reader.answer(Page.of(rest, Member::id, member -> line(member, id, actors)), reached);
    }

    private static Line line(Member m, String coalitionId, Map<String, Actor> actors) {
        Actor actor = m.actorId() == null ? null : actors.get(m.actorId());
        return new Line(
                m.id(),
                m.name(),
                actor == null ? null : actor.id(),
                actor == null ? null : actor.name(),
                m.deputises(),
                m.coordinates(coalitionId));
    }

    /** With the version that a change of one's own description names in If-Match. */
    @GetMapping("/api/members/{id}")
    ResponseEntity<byte[]> self(
            @PathVariable String id,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        if (caller == null) {
            throw Problem.unauthorized();
        }
        Reached reached = reader.await(caller, positions);
        if (!caller.getName().equals(id)) {
            throw Problem.forbidden("Only the member themself may see this.");
        }
        Member m = model.member(id).orElseThrow(() -> Problem.notFound("There is no such member."));
        Self self = new Self(m.id(), m.name(), m.email(), m.language(), m.actorId(), m.deputises(), m.roles());
        return reader.answer(m.sequence(), self, reached);
    }
}
