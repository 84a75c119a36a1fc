package se.koalition.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.koalition.system.Mailbox.Mail;
import tools.jackson.databind.JsonNode;

/** Step 4: insights, and who sees them. */
class InsightTests {

    private static Map<String, Object> insight(String title, String visibility) {
        return Map.of(
                "coalitionId",
                Demonstration.COALITION,
                "title",
                title,
                "text",
                "Vi **prövade**.\n\n<script>alert(1)</script>",
                "themes",
                List.of("läxhjälp"),
                "visibility",
                visibility);
    }

    private static boolean lists(JsonNode coalition, String id) {
        return coalition
                .path("insights")
                .path("items")
                .valueStream()
                .anyMatch(i -> i.path("id").asString().equals(id));
    }

    @Test
    void aVisitorNeverSeesWhatIsForTheCoalition() {
        Person author = Demonstration.member(7);
        String id = author.make("/api/insights", insight("Bara för oss", "coalition"));
        Demonstration.awaitCoalition(coalition -> lists(coalition, id));

        assertThat(author.get("/api/insights/" + id).status()).isEqualTo(200);
        assertThat(Person.VISITOR.get("/api/insights/" + id).status()).isEqualTo(404);
        assertThat(Person.VISITOR.get("/insights/" + id).status()).isEqualTo(404);
        for (String path : List.of(
                Demonstration.PATH,
                Demonstration.PATH + "/activity",
                "/api/coalitions",
                "/coalitions/" + Demonstration.COALITION,
                "/")) {
            assertThat(Person.VISITOR.get(path).body())
                    .as(path)
                    .doesNotContain("Bara för oss")
                    .doesNotContain(id);
        }
    }

    @Test
    void theOtherActorsMembersGetAMail() {
        Person author = Demonstration.member(8);
        String id = author.make("/api/insights", insight("Läslust på bussen", "public"));

        Mail mail = Mailbox.expect(
                String.valueOf(Demonstration.member(9).email()),
                m -> m.subject().contains("Läslust på bussen"));

        assertThat(mail.text()).contains("/insights/" + id);
        assertThat(mail.html()).doesNotContain("<script>");
        assertThat(Mailbox.of(String.valueOf(author.email())))
                .noneMatch(m -> m.subject().contains("Läslust på bussen"));
        await().atMost(Demonstration.SOON)
                .until(() -> Person.VISITOR.get("/insights/" + id).status() == 200);
        assertThat(Person.VISITOR.get("/insights/" + id).body())
                .contains("<strong>prövade</strong>")
                .doesNotContain("<script>alert");
    }

    @Test
    void whoDoesNotBelongSharesNothing() {
        assertThat(Person.VISITOR
                        .post("/api/insights", insight("Nej", "public"))
                        .status())
                .isEqualTo(401);
        assertThat(Person.OPERATOR
                        .post("/api/insights", insight("Nej", "public"))
                        .status())
                .isEqualTo(403);
    }
}
