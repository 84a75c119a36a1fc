package se.koalition.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Somebody from outside asks to join, is let in, and finds whom their organisation can help. */
class JoiningTests {

    private final String organisation = "Läxcafét " + UUID.randomUUID();
    private final String address = "laxcafe-" + UUID.randomUUID() + "@laxcafe.example";
    private final Person newcomer = new Person(address);
    private final Person school = new Person("skola-" + UUID.randomUUID() + "@koalition.example");
    private final Person coordinator = new Person("leder-" + UUID.randomUUID() + "@koalition.example");
    private final String coalition = Person.OPERATOR.make(
            "/api/coalitions",
            Map.of(
                    "name",
                    "Läsa tillsammans",
                    "challenge",
                    "Alla barn ska kunna läsa",
                    "coordinator",
                    Map.of("name", "Samordnare, Läsa tillsammans", "email", String.valueOf(coordinator.email()))));
    private final String path = "/api/coalitions/" + coalition;

    @Test
    void whoAsksToJoinIsLetInAndMeetsWhoNeedsThem() {
        Mailbox.expect(
                String.valueOf(coordinator.email()), mail -> mail.subject().startsWith("Välkommen till "));
        String request = Person.VISITOR.make(
                path + "/join-requests",
                Map.of(
                        "organisation",
                        organisation,
                        "sector",
                        "civil-society",
                        "municipality",
                        "Lund",
                        "why",
                        "Vi har läxhjälp två kvällar i veckan.",
                        "name",
                        "Verksamhetsledare, Läxcafét",
                        "email",
                        address,
                        "altcha",
                        solved(Person.VISITOR.read("/api/join-challenge"))));
        Mailbox.expect(
                String.valueOf(coordinator.email()),
                mail -> String.valueOf(mail.text()).contains(organisation));
        await().atMost(Demonstration.SOON).untilAsserted(() -> {
            JsonNode asked = asked(request);
            assertThat(asked.path("proven").asBoolean(false)).isTrue();
            assertThat(asked.at("/applicant/email").asString("")).isEqualTo(address);
        });

        assertThat(coordinator
                        .send("POST", "/api/join-requests/" + request + "/acceptance", Map.of(), "")
                        .status())
                .isEqualTo(204);
        Mailbox.expect(address, mail -> mail.subject().startsWith("Välkomna till "));

        String offer = posted(newcomer, "offers", "Läxhjälp på kvällstid för högstadiet");
        String actor = coordinator.make(
                "/api/actors",
                Map.of("coalitionId", coalition, "name", "Exempelskolan " + coalition, "sector", "municipality"));
        coordinator.make(
                "/api/actors/" + actor + "/members",
                Map.of("name", "Rektor, Exempelskolan", "email", String.valueOf(school.email())));
        String need = posted(school, "needs", "Läxhjälp för elever på högstadiet");
        await().atMost(Demonstration.SOON)
                .untilAsserted(() -> assertThat(proposed(need)).contains(offer));

        school.make("/api/matches", Map.of("needId", need, "offerId", offer, "message", "Kan vi ses på torsdag?"));
        assertThat(Mailbox.expect(address, mail -> String.valueOf(mail.text()).contains("Kan vi ses på torsdag?"))
                        .text())
                .contains("Rektor, Exempelskolan")
                .doesNotContain(String.valueOf(school.email()));
        await().atMost(Demonstration.SOON)
                .untilAsserted(() -> assertThat(coordinator
                                .read(path + "/audit?type=join-request.accepted")
                                .path("items"))
                        .isNotEmpty());
    }

    /** As its coordinator sees it. */
    private JsonNode asked(String request) {
        return coordinator
                .read(path + "/join-requests")
                .path("items")
                .valueStream()
                .filter(asked -> asked.path("id").asString().equals(request))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private String posted(Person by, String kind, String title) {
        Map<String, Object> posting = Map.of(
                "coalitionId",
                coalition,
                "title",
                title,
                "text",
                "Två kvällar i veckan, gratis för alla elever.",
                "themes",
                List.of("läxhjälp"),
                "validUntil",
                "2027-06-01");
        return await().atMost(Demonstration.SOON)
                .until(() -> by.post("/api/" + kind, posting), answer -> answer.status() == 201)
                .json()
                .path("id")
                .asString();
    }

    private List<String> proposed(String need) {
        return school.read("/api/needs/" + need + "/proposals")
                .path("items")
                .valueStream()
                .map(proposal -> proposal.path("offerId").asString())
                .toList();
    }

    /** As a program does that has read about the challenge in the API's description. */
    private static String solved(JsonNode challenge) {
        String salt = challenge.path("salt").asString();
        String wanted = challenge.path("challenge").asString();
        int number = IntStream.rangeClosed(0, challenge.path("maxnumber").asInt())
                .filter(n -> sha256(salt + n).equals(wanted))
                .findFirst()
                .orElseThrow();
        Map<String, Object> solution = Map.of(
                "algorithm",
                challenge.path("algorithm").asString(),
                "challenge",
                wanted,
                "number",
                number,
                "salt",
                salt,
                "signature",
                challenge.path("signature").asString());
        return Base64.getEncoder().encodeToString(Person.json(solution).getBytes(UTF_8));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
