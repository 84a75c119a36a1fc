package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A portal that knows a world, and people who sign in as people do. */
abstract class SignedIn extends Portal {

    /** Consumers of a test before this one may leave the shared group late, when their 45 seconds are over. */
    static final Duration SOON = Duration.ofSeconds(90);

    World known() {
        World world = new World();
        publish(world.events());
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(get("/api/insights/" + world.open).statusCode()).isEqualTo(200);
            assertThat(get("/api/meetings/" + world.meeting).body()).contains("\"maybe\":1");
            String seen = get("/api/coalitions/" + world.coalition, "Authorization", token(world.email(world.bo)))
                    .body();
            assertThat(seen).contains(world.secret);
            assertThat(List.of(world.anna, world.bo))
                    .allSatisfy(member -> assertThat(token(world.email(member)))
                            .as("known, so that they can sign in")
                            .isNotEqualTo("Bearer "));
        });
        return world;
    }

    /** Somebody who coordinates a coalition, but not the one of the test. */
    Browser foreignCoordinator() {
        World foreign = known();
        return signedIn(foreign.email(foreign.anna));
    }

    /** The link that was mailed to this address. */
    String link(Browser browser, String email) {
        return link(browser, email, "/");
    }

    /** @param to where the form was told to lead */
    String link(Browser browser, String email, String to) {
        browser.open("/sign-in");
        browser.submit("/sign-in", Map.of("email", email, "to", to));
        await().atMost(SOON)
                .until(() -> NEIGHBOURS.came().stream().anyMatch(c -> c.path().equals("/internal/sign-in-mails")));
        String link =
                JSON.readTree(NEIGHBOURS.came().getLast().body()).path("link").asString("");
        NEIGHBOURS.forget();
        return link.replaceFirst("^http://localhost:\\d+", "");
    }

    Browser signedIn(String email) {
        Browser browser = new Browser(port);
        String link = link(browser, email);
        browser.open(link);
        String token = link.replaceFirst(".*token=([^&]+).*", "$1");
        assertThat(browser.submit("/login/ott", Map.of("token", token)).body()).contains("Du är inloggad");
        return browser;
    }
}
