package se.koalition.portal.personal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.koalition.portal.audit.Audit;
import se.koalition.portal.commands.Command;
import se.koalition.portal.commands.Owner;
import se.koalition.portal.commands.Owners;
import se.koalition.portal.commands.Reply;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.security.Caller;
import se.koalition.portal.signin.MemberSessions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks every service at once what it stores about a member; one that does not answer is named, not waited for. */
@Component
public class PersonalData {

    private final Owners owners;
    private final ReadModel model;
    private final MemberSessions sessions;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    PersonalData(Owners owners, ReadModel model, MemberSessions sessions, Audit audit, JsonMapper json, Clock clock) {
        this.owners = owners;
        this.model = model;
        this.sessions = sessions;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * All that is stored.
     *
     * @param missing services that did not answer: ask again later for what they have
     */
    public record Collected(
            String memberId,
            Instant collectedAt,
            Portal portal,
            Map<String, JsonNode> services,
            List<String> missing) {}

    /**
     * What the portal itself stores.
     *
     * @param did what they did, and what was refused to them
     * @param about what others did to them
     */
    public record Portal(
            Member member, List<MemberSessions.Session> sessions, List<Audit.Deed> did, List<Audit.Deed> about) {}

    /** @throws Problem unless the caller is the member or an operator */
    public Collected of(String memberId, Caller caller) {
        if (!caller.id().equals(memberId) && !caller.operator()) {
            throw Problem.forbidden("Only the member or an operator may see this.");
        }
        Member member = model.member(memberId).orElseThrow(() -> Problem.notFound("There is no such member."));
        Map<Owner, Future<Optional<JsonNode>>> asked = new LinkedHashMap<>();
        for (Owner owner : Owner.values()) {
            asked.put(owner, threads.submit(() -> ask(owner, memberId, caller)));
        }
        Map<String, JsonNode> services = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        asked.forEach((owner, answer) -> result(answer)
                .ifPresentOrElse(data -> services.put(owner.service(), data), () -> missing.add(owner.service())));
        Portal portal = new Portal(member, sessions.of(memberId), audit.deedsOf(memberId), audit.deedsAbout(memberId));
        return new Collected(memberId, clock.instant(), portal, services, missing);
    }

    /** As a file, for it is meant to be kept or taken elsewhere (GDPR, article 20). */
    public ResponseEntity<Collected> file(String memberId, Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("koalition.json")
                                .build()
                                .toString())
                .body(of(memberId, caller));
    }

    /** Empty if the service is away, or does not know the caller yet. */
    private Optional<JsonNode> ask(Owner owner, String memberId, Caller caller) {
        Command command =
                new Command("GET", "/api/members/" + memberId + "/data", Map.of(), new Command.Body(new byte[0], null));
        try {
            Reply reply = owners.send(owner, command, caller);
            return reply.status() == 200 ? Optional.of(json.readTree(reply.body())) : Optional.empty();
        } catch (Problem away) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> result(Future<Optional<JsonNode>> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The portal is stopping. Try again in a moment.");
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
