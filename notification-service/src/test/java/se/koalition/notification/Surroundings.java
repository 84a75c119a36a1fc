package se.koalition.notification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;
import se.koalition.local.servers.Mail;
import se.koalition.local.servers.ReceivedMail;
import se.koalition.local.servers.TestServers;

/** What the service has around it: real broker, store and mail server, and the portal's keys. */
public final class Surroundings {

    public static final String PORTAL = "http://localhost:8080";

    private static final Path MAILS = directory();
    private static final ECKey KEY = key();
    private static final int KEYS_PORT = serveKeys();
    private static Mail mail = Mail.start(MAILS, 0, 0);
    private static final int SMTP_PORT = mail.smtpPort();

    private Surroundings() {}

    public static void register(DynamicPropertyRegistry properties) {
        properties.add("spring.kafka.bootstrap-servers", TestServers::kafka);
        properties.add("spring.mongodb.uri", () -> TestServers.mongoUri("notification-service"));
        properties.add("spring.mail.port", () -> SMTP_PORT);
        properties.add("koalition.jwks-url", () -> "http://127.0.0.1:" + KEYS_PORT + "/");
    }

    public static synchronized List<ReceivedMail> mailsTo(String address) {
        return mail.mailsTo(address);
    }

    public static synchronized void mailServerAway(Runnable meanwhile) {
        mail.close();
        try {
            meanwhile.run();
        } finally {
            mail = Mail.start(MAILS, SMTP_PORT, 0);
        }
    }

    /** Signed as the portal signs. */
    public static String token(String subject, String audience, boolean operator) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("test").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(PORTAL)
                            .audience(audience)
                            .subject(subject)
                            .claim("operator", operator)
                            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                            .build());
            token.sign(new ECDSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int serveKeys() {
        byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, keys.length);
                try (exchange) {
                    exchange.getResponseBody().write(keys);
                }
            });
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("notification-mails");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
