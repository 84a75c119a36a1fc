package se.koalition.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Insights over HTTP: who shares them, who reads them, and what is kept. */
class SharingTests extends RunningService {

    private static final String HOSTILE =
            "\"title\":\"<img src=x onerror=alert(1)>\",\"text\":\"<script>alert(1)</script>\\n[x](javascript:alert(1))\\t\"";

    @BeforeEach
    void people() {
        coalitionOfTwo();
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "coalition"})
    void aMemberSharesAndOthersOfTheCoalitionRead(String visibility) {
        String id = newId();
        MvcTestResult shared =
                as(anna, post("/api/insights", insight(visibility)).with("Idempotency-Key", id));

        assertThat(shared)
                .hasStatus(201)
                .hasHeader("Location", "/api/insights/" + id)
                .hasHeader("ETag", "\"1\"")
                .hasHeader("X-Sequence", "insight:" + id + ":1");
        assertThat(shared).bodyJson().extractingPath("$.id").isEqualTo(id);
        MvcTestResult seen = read(coordinator, id);
        assertThat(seen).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(seen).bodyJson().extractingPath("$.title").isEqualTo("Skolfrånvaro");
        assertThat(seen).bodyJson().extractingPath("$.themes").asArray().isEmpty();
        assertThat(seen).bodyJson().extractingPath("$.visibility").isEqualTo(visibility);
        assertThat(seen).bodyJson().extractingPath("$.authorId").isEqualTo(anna);
        assertThat(seen).bodyJson().extractingPath("$.actorId").isEqualTo(actor);
    }

    @Test
    void whoLeftSharesAndReadsNoMore() {
        String id = newId();
        as(anna, post("/api/insights", insight("coalition")).with("Idempotency-Key", id));
        told(ToldEvent.left(anna, 2, actor));

        assertThat(share(anna, insight("public"))).hasStatus(403);
        assertThat(read(anna, id)).hasStatus(403);
    }

    @Test
    void anAuthorSeesWhatIsStoredAboutThem() {
        share(anna, insight("coalition"));

        var data = as(anna, get("/api/members/" + anna + "/data"));
        assertThat(data)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.insights[0].authorId")
                .isEqualTo(anna);
        assertThat(data).bodyJson().extractingPath("$.did[0].type").isEqualTo("insight.shared.v1");
        assertThat(as(coordinator, get("/api/members/" + anna + "/data"))).hasStatus(403);
        String operator = "Bearer " + PORTAL.signed(FakePortal.claims("o").claim("operator", true));
        assertThat(http.get().uri("/api/members/" + anna + "/data").header("Authorization", operator))
                .hasStatusOk()
                .bodyText()
                .contains("insight.shared.v1");
    }

    @Test
    void aCoordinatorWithoutAnActorSharesToo() {
        MvcTestResult shared = share(coordinator, insight("public"));

        assertThat(shared).hasStatus(201);
        String place = String.valueOf(shared.getResponse().getHeader("Location"));
        MvcTestResult seen = as(anna, get(place));
        assertThat(seen).bodyJson().extractingPath("$.authorId").isEqualTo(coordinator);
        assertThat(seen).bodyJson().doesNotHavePath("$.actorId");
    }

    @Test
    void withoutAKeyEachRequestIsAnInsightOfItsOwn() {
        assertThat(share(anna, insight("public")).getResponse().getHeader("Location"))
                .isNotEqualTo(share(anna, insight("public")).getResponse().getHeader("Location"));
    }

    @Test
    void markupIsKeptAsItWasWritten() {
        String id = newId();
        as(anna, post("/api/insights", insight("public", HOSTILE)).with("Idempotency-Key", id));

        MvcTestResult seen = read(anna, id);
        assertThat(seen).bodyJson().extractingPath("$.title").isEqualTo("<img src=x onerror=alert(1)>");
        assertThat(seen)
                .bodyJson()
                .extractingPath("$.text")
                .isEqualTo("<script>alert(1)</script>\n[x](javascript:alert(1))\t");
        assertThat(seen).hasContentType("application/json");
    }

    @Test
    void theLongestThatIsAllowedIsKeptWhole() {
        String id = newId();
        String themes = IntStream.range(0, 10)
                .mapToObj(number -> "\"" + "学".repeat(59) + number + "\"")
                .collect(Collectors.joining(","));
        String longest = "\"title\":\"%s\",\"text\":\"%s\",\"themes\":[%s]"
                .formatted("学".repeat(200), "学".repeat(20_000), themes);

        assertThat(as(anna, post("/api/insights", insight("public", longest)).with("Idempotency-Key", id)))
                .hasStatus(201);
        MvcTestResult seen = read(anna, id);
        assertThat(seen).bodyJson().extractingPath("$.text").isEqualTo("学".repeat(20_000));
        assertThat(seen).bodyJson().extractingPath("$.themes").asArray().hasSize(10);
    }

    @Test
    void whatIsSharedWithTheCoalitionIsHiddenFromOthers() {
        String stranger = newId();
        told(ToldEvent.coordinator(stranger, 1, newId()));
        String inside = shared("coalition");

        refused(read(stranger, inside), 403, "forbidden");
        assertThat(read(stranger, inside)).bodyText().doesNotContain("Skolfrånvaro", anna);
        assertThat(read(stranger, shared("public"))).hasStatusOk();
    }

    @Test
    void onlyMembersOfTheCoalitionShare() {
        String stranger = newId();
        told(ToldEvent.coordinator(stranger, 1, newId()));

        refused(share(stranger, insight("public")), 403, "forbidden");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String stranger = newId();
        told(ToldEvent.coordinator(stranger, 1, newId()));

        refused(read(anna, newId()), 404, "not-found");
        refused(share(stranger, insight("public").replace(coalition, newId())), 404, "not-found");
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswer() {
        String id = newId();
        var request = post("/api/insights", insight("public")).with("Idempotency-Key", id);

        for (int time = 0; time < 2; time++) {
            assertThat(as(anna, request))
                    .hasStatus(201)
                    .hasHeader("Location", "/api/insights/" + id)
                    .hasHeader("ETag", "\"1\"")
                    .hasHeader("X-Sequence", "insight:" + id + ":1");
        }
    }

    @Test
    void aKeyIsTheSameInCapitals() {
        String id = newId();

        assertThat(as(
                        anna,
                        post("/api/insights", insight("public")).with("Idempotency-Key", id.toUpperCase(Locale.ROOT))))
                .hasHeader("X-Sequence", "insight:" + id + ":1");
    }

    @Test
    void anotherRequestOrAnotherCallerWithTheSameKeyIsAConflict() {
        String id = shared("public");
        var other = post("/api/insights", insight("coalition")).with("Idempotency-Key", id);
        var same = post("/api/insights", insight("public")).with("Idempotency-Key", id);

        refused(as(anna, other), 409, "conflict");
        refused(as(coordinator, same), 409, "conflict");
        assertThat(read(coordinator, id))
                .bodyJson()
                .extractingPath("$.visibility")
                .isEqualTo("public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1-1-1-1-1", " "})
    void aKeyThatIsNoUuidIsRefused(String key) {
        refused(
                as(anna, post("/api/insights", insight("public")).with("Idempotency-Key", key)),
                "Idempotency-Key",
                "must be a UUID");
    }

    @Test
    void aConcludedCoalitionIsReadAndTakesNothingMore() {
        String id = shared("coalition");
        String state = "{\"id\":\"%s\",\"name\":\"Skola\",\"phase\":\"%s\"}";
        told(ToldEvent.coalition(coalition, 2).saying(state.formatted(coalition, "active")));
        assertThat(share(anna, insight("coalition"))).hasStatus(201);

        told(ToldEvent.coalition(coalition, 3).saying(state.formatted(coalition, "concluded")));

        refused(share(anna, insight("coalition")), 409, "coalition-concluded");
        assertThat(read(anna, id)).hasStatusOk();
    }
}
