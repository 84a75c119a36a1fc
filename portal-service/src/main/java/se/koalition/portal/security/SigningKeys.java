package se.koalition.portal.security;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The keys that the portal signs with: a new one each day, the older ones told for two more days, which is longer than
 * any token lives. All replicas of the portal share them through the store.
 */
@Component
class SigningKeys {

    private static final Duration TOLD = Duration.ofDays(3);
    private static final Algorithm ES256 = JWSAlgorithm.ES256;

    private final MongoCollection<Document> keys;
    private final Clock clock;
    private volatile @Nullable Ring ring;

    SigningKeys(MongoOperations mongo, Clock clock) {
        this.keys = mongo.getCollection("signing_keys").withWriteConcern(WriteConcern.MAJORITY);
        this.clock = clock;
    }

    /** The keys of one day, the one to sign with first. */
    record Ring(LocalDate day, ECKey signing, JWKSet all) {}

    /** Made when the day's first token is asked for. */
    Ring today() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Ring now = ring;
        if (now == null || !now.day().equals(day)) {
            now = load(day);
            ring = now;
        }
        return now;
    }

    /** Stored under its day, so that replicas that make one at once agree on the first. */
    private synchronized Ring load(LocalDate day) {
        Instant now = clock.instant();
        if (keys.find(Filters.eq("_id", day.toString())).first() == null) {
            insert(day, now);
        }
        keys.deleteMany(Filters.lt("madeAt", Date.from(now.minus(TOLD))));
        List<JWK> latestFirst = keys.find()
                .sort(Sorts.descending("_id"))
                .map(document -> parse(document.getString("jwk")))
                .into(new ArrayList<>());
        return new Ring(day, latestFirst.getFirst().toECKey(), new JWKSet(latestFirst));
    }

    /**
     * The id is the thumbprint (RFC 7638): should the store be lost, the day's next key has another, so that services
     * which remember the first ask for the keys again.
     */
    private void insert(LocalDate day, Instant now) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(ES256)
                    .generate();
            keys.insertOne(new Document("_id", day.toString())
                    .append("madeAt", Date.from(now))
                    .append("jwk", key.toJSONString()));
        } catch (MongoWriteException | DuplicateKeyException e) {
            if (!(e instanceof MongoWriteException w) || w.getError().getCode() == 11000) {
                return;
            }
            throw e;
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    private static JWK parse(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored key is not readable", e);
        }
    }
}
