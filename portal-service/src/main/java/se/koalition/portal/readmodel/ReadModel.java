package se.koalition.portal.readmodel;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.messaging.StorePreparation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is known of each aggregate, by id and by coalition. */
@Component
public class ReadModel implements StorePreparation {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final String JOIN_REQUEST = "join-request";
    private static final String DECIDED = "join-request.decidedAt";

    private final MongoOperations mongo;
    /** A meeting never leaves its coalition, so what was learnt once stays true. */
    private final Map<String, String> coalitionsOfMeetings = new ConcurrentHashMap<>();

    ReadModel(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        index("actor", "participations.coalitionId");
        index("actor", "participations.importId");
        index("member", "email");
        index("member", "actorId");
        index("member", "formerActorId");
        index("member", "roles.coalitionId");
        index("meeting", "coalitionId");
        index("insight", "coalitionId");
        index("join-request", "coalitionId");
        index("need", "coalitionId");
        index("offer", "coalitionId");
        index("match", "coalitionId");
    }

    private void index(String type, String field) {
        collection(type).createIndex(Indexes.ascending(type + "." + field));
    }

    public Optional<Coalition> coalition(String id) {
        return one("coalition", eq("_id", id), Coalition.class);
    }

    public List<Coalition> coalitions() {
        return all("coalition", exists("coalition"), Coalition.class);
    }

    public Optional<Actor> actor(String id) {
        return one("actor", eq("_id", id), Actor.class);
    }

    public List<Actor> actors(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : all("actor", in("_id", ids), Actor.class);
    }

    /** Those that take part. */
    public List<Actor> actorsOf(String coalitionId) {
        return all("actor", eq("actor.participations.coalitionId", coalitionId), Actor.class);
    }

    /** Those that are known and take no part; one that was merged into another is known no more. */
    public List<Actor> actorsOutside(String coalitionId) {
        return all(
                "actor",
                and(
                        exists("actor"),
                        ne("actor.participations.coalitionId", coalitionId),
                        exists("actor.mergedInto", false)),
                Actor.class);
    }

    /** How many actors an import has brought so far. */
    public long broughtBy(String importId) {
        return collection("actor").countDocuments(eq("actor.participations.importId", importId));
    }

    public Optional<ActorsImport> actorsImport(String id) {
        return one("actors-import", eq("_id", id), ActorsImport.class);
    }

    public Optional<Member> member(String id) {
        return one("member", eq("_id", id), Member.class);
    }

    /**
     * Never one who only asks to join: nobody signs in by that.
     *
     * @param email in normal form
     */
    public Optional<Member> memberByEmail(String email) {
        return one("member", and(eq("member.email", email), exists("member.applicant", false)), Member.class);
    }

    /** Whoever has the address, also one who has left or only asks to join. */
    public Optional<Member> anybodyByEmail(String email) {
        return one("member", eq("member.email", email), Member.class);
    }

    public List<Member> members(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : all("member", in("_id", ids), Member.class);
    }

    /** Those who represent one of its actors or have a role in it. */
    public List<Member> membersOf(String coalitionId, Collection<String> actorIds) {
        return all(
                "member",
                or(eq("member.roles.coalitionId", coalitionId), in("member.actorId", actorIds)),
                Member.class);
    }

    public List<Member> membersOfActor(String actorId) {
        return membersOfActors(List.of(actorId));
    }

    public List<Member> membersOfActors(Collection<String> actorIds) {
        return actorIds.isEmpty() ? List.of() : all("member", in("member.actorId", actorIds), Member.class);
    }

    /** Whatever they represent. */
    public List<Member> membersWithRoleIn(String coalitionId) {
        return all("member", eq("member.roles.coalitionId", coalitionId), Member.class);
    }

    /** Those who left, and for whom the coalition's coordinators answer. */
    public List<Member> formerMembersOf(String coalitionId) {
        return all("member", eq("member.formerCoalitionIds", coalitionId), Member.class);
    }

    /** Empty as long as only answers to it have come. */
    public Optional<Meeting> meeting(String id) {
        return Optional.ofNullable(collection("meeting").find(eq("_id", id)).first())
                .filter(document -> document.containsKey("meeting"))
                .map(ReadModel::meeting);
    }

    public List<Meeting> meetingsOf(String coalitionId) {
        return collection("meeting")
                .find(eq("meeting.coalitionId", coalitionId))
                .map(ReadModel::meeting)
                .into(new ArrayList<>());
    }

    Optional<String> coalitionOfMeeting(String meetingId) {
        String known = coalitionsOfMeetings.get(meetingId);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> found = meeting(meetingId).map(Meeting::coalitionId);
        found.ifPresent(coalition -> coalitionsOfMeetings.put(meetingId, coalition));
        return found;
    }

    public Optional<Insight> insight(String id) {
        return one("insight", eq("_id", id), Insight.class);
    }

    public List<Insight> insightsOf(String coalitionId) {
        return all("insight", eq("insight.coalitionId", coalitionId), Insight.class);
    }

    public Optional<JoinRequest> joinRequest(String id) {
        return one("join-request", eq("_id", id), JoinRequest.class);
    }

    public List<JoinRequest> joinRequestsOf(String coalitionId) {
        return all("join-request", eq("join-request.coalitionId", coalitionId), JoinRequest.class);
    }

    /** Those that wait for an answer, in the order in which they came. */
    public List<JoinRequest> waitingJoinRequestsOf(String coalitionId) {
        return collection(JOIN_REQUEST)
                .find(waiting(coalitionId))
                .sort(Sorts.ascending("join-request.receivedAt", "_id"))
                .map(document -> read(JOIN_REQUEST, document, JoinRequest.class))
                .into(new ArrayList<>());
    }

    public long countWaitingJoinRequestsOf(String coalitionId) {
        return collection(JOIN_REQUEST).countDocuments(waiting(coalitionId));
    }

    private static Bson waiting(String coalitionId) {
        return and(eq("join-request.coalitionId", coalitionId), eq("join-request.status", "held"));
    }

    /**
     * Those that were answered, from the newest answer.
     *
     * @param after id of the last one on the page before; from the beginning if there is no such one
     */
    public List<JoinRequest> answeredJoinRequestsOf(String coalitionId, String after, int limit) {
        Bson answered = and(eq("join-request.coalitionId", coalitionId), ne("join-request.status", "held"));
        Document last =
                collection(JOIN_REQUEST).find(and(answered, eq("_id", after))).first();
        String time = last == null ? null : last.getEmbedded(List.of(JOIN_REQUEST, "decidedAt"), String.class);
        Bson wanted = time == null
                ? answered
                : and(answered, or(lt(DECIDED, time), and(eq(DECIDED, time), lt("_id", after))));
        return collection(JOIN_REQUEST)
                .find(wanted)
                .sort(Sorts.descending(DECIDED, "_id"))
                .limit(limit)
                .map(document -> read(JOIN_REQUEST, document, JoinRequest.class))
                .into(new ArrayList<>());
    }

    /** Where the name of an author is shown. */
    List<Insight> insightsBy(String memberId) {
        return all("insight", eq("insight.authorId", memberId), Insight.class);
    }

    public Optional<Posting> posting(Kind kind, String id) {
        return one(kind.type(), eq("_id", id), Posting.class);
    }

    public List<Posting> postingsOf(Kind kind, String coalitionId) {
        return all(kind.type(), eq(kind.type() + ".coalitionId", coalitionId), Posting.class);
    }

    public Optional<Match> match(String id) {
        return one("match", eq("_id", id), Match.class);
    }

    public List<Match> matchesOf(String coalitionId) {
        return all("match", eq("match.coalitionId", coalitionId), Match.class);
    }

    private static Meeting meeting(Document document) {
        Document meeting = new Document(document.get("meeting", Document.class));
        meeting.put("answers", document.get("answers", Document.class));
        return JSON.convertValue(meeting, Meeting.class);
    }

    private <T> Optional<T> one(String type, Bson filter, Class<T> as) {
        return Optional.ofNullable(collection(type).find(filter).first()).map(document -> read(type, document, as));
    }

    private <T> List<T> all(String type, Bson filter, Class<T> as) {
        return collection(type)
                .find(filter)
                .map(document -> read(type, document, as))
                .into(new ArrayList<>());
    }

    private static <T> T read(String type, Document document, Class<T> as) {
        return JSON.convertValue(Objects.requireNonNull(document.get(type)), as);
    }

    private MongoCollection<Document> collection(String type) {
        return mongo.getCollection(type);
    }
}
