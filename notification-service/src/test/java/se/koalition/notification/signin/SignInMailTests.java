package se.koalition.notification.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.koalition.local.servers.ReceivedMail;
import se.koalition.notification.RunningService;
import se.koalition.notification.Surroundings;

/** The sign-in mail, over HTTP with the portal's token and SMTP. */
@ExtendWith(OutputCaptureExtension.class)
class SignInMailTests extends RunningService {

    private static final String OURS = "notification-service";

    private final String address = UUID.randomUUID() + "@skola.example";
    private final String link = Surroundings.PORTAL + "/sign-in/" + UUID.randomUUID();

    @LocalServerPort
    int port;

    private HttpResponse<String> send(String token, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/internal/sign-in-mails"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private String body(String language, String to) {
        return """
                {"email": "%s", "name": "Anna", "language": "%s", "link": "%s"}""".formatted(address, language, to);
    }

    @Test
    void thePortalGetsItSentAtOnceAndNothingIsLogged(CapturedOutput log) throws Exception {
        HttpResponse<String> answer = send(Surroundings.token("portal", OURS, false), body("en", link));

        assertThat(answer.statusCode()).isEqualTo(202);
        ReceivedMail mail = Surroundings.mailsTo(address).getFirst();
        assertThat(mail.subject()).isEqualTo("Sign in to Koalition");
        assertThat(mail.text()).contains("Hello Anna,", "10 minutes", link);
        assertThat(mail.html()).contains(link);
        assertThat(log.getAll()).doesNotContain(address, link);
    }

    private HttpResponse<String> data(String member, String subject, boolean operator) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/members/" + member + "/data"))
                .header("Authorization", "Bearer " + Surroundings.token(subject, OURS, operator))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void whatIsStoredAboutAMemberIsForThemAndTheOperator() throws Exception {
        assertThat(data("anna", "anna", false).body()).isEqualTo("{\"mails\":[]}");
        assertThat(data("anna", "op", true).statusCode()).isEqualTo(200);
        assertThat(data("anna", "ben", false).statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyElseMay() throws Exception {
        assertThat(send(Surroundings.token("anna", OURS, false), body("sv", link))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(Surroundings.token("portal", "actor-service", false), body("sv", link))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("nonsense", body("sv", link)).body()).contains("urn:koalition:problem:unauthorized");
        assertThat(Surroundings.mailsTo(address)).isEmpty();
    }

    @Test
    void noLinkLeadsAnywhereElse() throws Exception {
        String token = Surroundings.token("portal", OURS, false);

        assertThat(send(token, body("sv", "https://evil.example/")).body()).contains("invalid-input", "link");
        assertThat(send(token, body("de", link)).statusCode()).isEqualTo(400);
        assertThat(send(token, "{\"email\": \"no\", \"language\": \"sv\", \"link\": \"\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(token, "{\"address\": \"no\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void withoutAMailServerThePortalIsTold() {
        Surroundings.mailServerAway(() -> {
            try {
                HttpResponse<String> answer = send(Surroundings.token("portal", OURS, false), body("sv", link));
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).contains("urn:koalition:problem:mail-server-away");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
