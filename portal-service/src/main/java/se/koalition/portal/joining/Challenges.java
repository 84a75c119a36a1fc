package se.koalition.portal.joining;

import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.altcha.altcha.Altcha;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.messaging.StorePreparation;
import se.koalition.portal.settings.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sums that cost a sender's computer about a second (ALTCHA, SHA-256): nothing to one person, much to who sends masses.
 * They carry our signature and their end, and each counts for one request.
 */
@Component
class Challenges implements StorePreparation {

    /** From fetching it to its use; it is worked out when the form is sent. */
    static final Duration LIFE = Duration.ofMinutes(20);

    /** On average half as many hashes are needed. */
    private static final long MOST = 60_000;

    private final MongoCollection<Document> used;
    private final String key;
    private final JsonMapper json;
    private final Clock clock;

    Challenges(MongoOperations mongo, Settings settings, JsonMapper json, Clock clock) {
        this.used = mongo.getCollection("used_challenges").withWriteConcern(WriteConcern.MAJORITY);
        this.key = "challenge " + settings.linkSecret();
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void prepare() {
        used.createIndex(Indexes.ascending("until"));
    }

    /** As the protocol names its parts. */
    record Challenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}

    Challenge fresh() {
        Instant end = clock.instant().plus(LIFE);
        try {
            Altcha.Challenge made = Altcha.createChallenge(new Altcha.ChallengeOptions()
                    .setAlgorithm(Altcha.Algorithm.SHA256)
                    .setMaxNumber(MOST)
                    .setSecureRandomNumber(true)
                    .setHmacKey(key)
                    .setExpires(end.getEpochSecond()));
            return new Challenge(made.algorithm, made.challenge, MOST, made.salt, made.signature);
        } catch (Exception e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private record Solution(String algorithm, String challenge, long number, String salt, String signature) {}

    /** Whether this is the solution of a challenge of ours that no other request has used. */
    boolean solved(@Nullable String solution, String request) {
        if (solution == null || solution.isEmpty() || solution.length() > 2000) {
            return false;
        }
        try {
            Solution given = json.readValue(Base64.getDecoder().decode(solution), Solution.class);
            Altcha.Payload payload = new Altcha.Payload();
            payload.algorithm = given.algorithm();
            payload.challenge = given.challenge();
            payload.number = given.number();
            payload.salt = given.salt();
            payload.signature = given.signature();
            return Altcha.verifySolution(payload, key, true) && use(given.challenge(), request);
        } catch (IllegalArgumentException | JacksonException e) {
            return false;
        } catch (MongoWriteException e) {
            throw e;
        } catch (Exception e) {
            // The library's word for what it cannot read.
            return false;
        }
    }

    /** The same request may be sent again. */
    private boolean use(String challenge, String request) {
        Instant now = clock.instant();
        used.deleteMany(lt("until", Date.from(now)));
        try {
            used.insertOne(new Document("_id", challenge)
                    .append("request", request)
                    .append("until", Date.from(now.plus(LIFE))));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return used.countDocuments(new Document("_id", challenge).append("request", request)) == 1;
        }
    }
}
