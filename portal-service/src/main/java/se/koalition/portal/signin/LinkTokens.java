package se.koalition.portal.signin;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.authentication.ott.DefaultOneTimeToken;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.stereotype.Component;
import se.koalition.messaging.StorePreparation;

/**
 * The tokens in sign-in links: good for ten minutes and once. Only their hashes are stored, so that who reads the
 * store cannot sign in with them.
 */
@Component
public class LinkTokens implements OneTimeTokenService, StorePreparation {

    /** Whose tokens are good for nothing and not even stored. */
    static final String NOT_STORED = "not stored";

    /** With where it is to lead. */
    static final class Wish extends GenerateOneTimeTokenRequest {
        private final String destination;

        Wish(String username, String destination) {
            super(username);
            this.destination = destination;
        }
    }

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final MongoCollection<Document> tokens;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LinkTokens(MongoOperations mongo, Clock clock) {
        this.tokens = mongo.getCollection("sign_in_tokens").withWriteConcern(WriteConcern.MAJORITY);
        this.clock = clock;
    }

    @Override
    public void prepare() {
        tokens.createIndex(Indexes.ascending("expires"));
        tokens.createIndex(Indexes.ascending("name"));
    }

    @Override
    public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Instant expires = now.plus(LIFE);
        if (!request.getUsername().equals(NOT_STORED)) {
            tokens.deleteMany(lt("expires", Date.from(now)));
            tokens.insertOne(new Document("_id", hash(token))
                    .append("name", request.getUsername())
                    .append("to", request instanceof Wish wish ? wish.destination : "/")
                    .append("expires", Date.from(expires)));
        }
        return new DefaultOneTimeToken(token, request.getUsername(), expires);
    }

    /** Finds and deletes in one step: of two clicks at once one succeeds. */
    @Override
    public @Nullable OneTimeToken consume(OneTimeTokenAuthenticationToken given) {
        String token = given.getTokenValue();
        if (token == null) {
            return null;
        }
        Document found =
                tokens.findOneAndDelete(and(eq("_id", hash(token)), gt("expires", Date.from(clock.instant()))));
        return found == null
                ? null
                : new DefaultOneTimeToken(
                        token, found.getString("name"), found.getDate("expires").toInstant());
    }

    /** Where the link leads once it is used; to the start page if it is good no more. */
    public String destination(String token) {
        Document found = tokens.find(eq("_id", hash(token))).first();
        return Destination.of(found == null ? null : found.getString("to"));
    }

    /** Links that are on their way to who may sign in no more. */
    void forget(String name) {
        tokens.deleteMany(eq("name", name));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
