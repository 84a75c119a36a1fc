package se.koalition.notification.directory;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;
import se.koalition.messaging.Event;
import se.koalition.messaging.Replicas;
import se.koalition.messaging.StorePreparation;

/** What others' events have told so far. Nothing here is ever asked for over the network. */
@Component
public class Directory implements StorePreparation {

    private static final Map<String, Class<?>> PARTS = Map.of(
            "member", Member.class,
            "actor", Actor.class,
            "coalition", Coalition.class,
            "meeting", Meeting.class,
            "insight", Insight.class,
            "join-request", JoinRequest.class,
            "need", Posting.class,
            "offer", Posting.class,
            "match", Match.class);

    private final Replicas replicas;
    private final MongoOperations mongo;

    Directory(Replicas replicas, MongoOperations mongo) {
        this.replicas = replicas;
        this.mongo = mongo;
    }

    /** Takes an event's state over, unless it is older than what is here, or of a kind that mails do not need. */
    public void take(Event event) {
        String type = event.id().aggregateType();
        Class<?> part = PARTS.get(type);
        if (part != null) {
            replicas.take(collection(type), event.id().aggregateId(), type, event, event.state(part));
        }
    }

    public Optional<Member> member(String id) {
        return find("member", id, Member.class);
    }

    public Optional<Actor> actor(String id) {
        return find("actor", id, Actor.class);
    }

    public Optional<Coalition> coalition(String id) {
        return find("coalition", id, Coalition.class);
    }

    /** Those to which a member belongs and whose names are known, by a role or by their actor. */
    public List<Coalition> coalitionsOf(Member member) {
        Stream<String> byActor = Optional.ofNullable(member.actorId()).flatMap(this::actor).stream()
                .flatMap(actor -> actor.participations().stream())
                .map(Actor.Participation::coalitionId);
        Stream<String> byRole = member.roles().stream().map(Member.Role::coalitionId);
        return Stream.concat(byActor, byRole)
                .distinct()
                .flatMap(id -> coalition(id).stream())
                .toList();
    }

    /** Those who belong to a coalition, by a role or by their actor. */
    public List<Member> membersIn(String coalitionId) {
        List<String> actorIds = actorsIn(coalitionId).stream().map(Actor::id).toList();
        return Stream.concat(membersOf(actorIds).stream(), membersWithRoleIn(coalitionId).stream())
                .distinct()
                .toList();
    }

    public Optional<String> coalitionName(String id) {
        return find("coalition", id, Coalition.class).map(Coalition::name);
    }

    public Optional<Meeting> meeting(String id) {
        return find("meeting", id, Meeting.class);
    }

    public Optional<Insight> insight(String id) {
        return find("insight", id, Insight.class);
    }

    public Optional<Match> match(String id) {
        return find("match", id, Match.class);
    }

    public Optional<String> needTitle(String id) {
        return find("need", id, Posting.class).map(Posting::title);
    }

    public Optional<String> offerTitle(String id) {
        return find("offer", id, Posting.class).map(Posting::title);
    }

    /** Those of these members who are known. */
    public List<Member> members(Collection<String> ids) {
        return findAll("member", in("_id", ids), Member.class);
    }

    public List<Member> membersOf(Collection<String> actorIds) {
        return findAll("member", in("member.actorId", actorIds), Member.class);
    }

    public List<Member> membersWithRoleIn(String coalitionId) {
        return findAll("member", eq("member.roles.coalitionId", coalitionId), Member.class);
    }

    public List<Actor> actorsIn(String coalitionId) {
        return findAll("actor", eq("actor.participations.coalitionId", coalitionId), Actor.class);
    }

    public List<Meeting> meetingsWith(String memberId) {
        return findAll("meeting", eq("meeting.invited", memberId), Meeting.class);
    }

    public List<Meeting> meetingsIn(String coalitionId) {
        return findAll("meeting", eq("meeting.coalitionId", coalitionId), Meeting.class);
    }

    public List<Insight> insightsIn(Collection<String> coalitionIds) {
        return coalitionIds.isEmpty()
                ? List.of()
                : findAll("insight", in("insight.coalitionId", coalitionIds), Insight.class);
    }

    public Optional<JoinRequest> joinRequest(String id) {
        return find("join-request", id, JoinRequest.class);
    }

    public List<JoinRequest> joinRequestsBy(String memberId) {
        return findAll("join-request", eq("join-request.memberId", memberId), JoinRequest.class);
    }

    public List<JoinRequest> joinRequestsTo(Collection<String> coalitionIds) {
        return coalitionIds.isEmpty()
                ? List.of()
                : findAll("join-request", in("join-request.coalitionId", coalitionIds), JoinRequest.class);
    }

    /** Those about a need or an offer. */
    public List<Match> matchesAbout(String postingId) {
        return findAll("match", or(eq("match.needId", postingId), eq("match.offerId", postingId)), Match.class);
    }

    /** Those in which this actor is the one that was contacted. */
    public List<Match> matchesWith(String actorId) {
        return findAll("match", eq("match.contactedActorId", actorId), Match.class);
    }

    @Override
    public void prepare() {
        index("member", "member.actorId");
        index("member", "member.roles.coalitionId");
        index("actor", "actor.participations.coalitionId");
        index("meeting", "meeting.invited");
        index("meeting", "meeting.coalitionId");
        index("insight", "insight.coalitionId");
        index("join-request", "join-request.memberId");
        index("join-request", "join-request.coalitionId");
        index("match", "match.needId");
        index("match", "match.offerId");
        index("match", "match.contactedActorId");
    }

    private void index(String type, String field) {
        mongo.indexOps(collection(type)).createIndex(new Index(field, Sort.Direction.ASC));
    }

    private <T> Optional<T> find(String type, String id, Class<T> as) {
        return replicas.find(collection(type), id, type, as);
    }

    private <T> List<T> findAll(String type, Bson filter, Class<T> as) {
        return replicas.findAll(collection(type), filter, type, as);
    }

    private static String collection(String type) {
        return "directory_" + type;
    }
}
