package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With a service away its commands are refused in clear words; reading goes on. */
class AbsentOwnerIT extends SignedIn {

    @DynamicPropertySource
    static void away(DynamicPropertyRegistry registry) {
        registry.add("koalition.services.meeting", () -> "http://127.0.0.1:1");
    }

    @Test
    void commands_say_what_is_the_matter_and_reads_answer() {
        World world = known();
        for (int i = 0; i < 12; i++) {
            HttpResponse<String> refused = send(
                    browser(),
                    to("/api/meetings")
                            .header("Authorization", token(world.email(world.anna)))
                            .POST(HttpRequest.BodyPublishers.ofString("{}")));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(refused.body()).contains("urn:koalition:problem:service-unavailable", "Nothing was changed");
        }
        assertThat(get("/api/meetings/" + world.meeting).statusCode()).isEqualTo(200);
        Browser browser = signedIn(world.email(world.bo));
        browser.open("/meetings/" + world.meeting);
        assertThat(browser.submit("/meetings/" + world.meeting + "/answer", Map.of("answer", "yes"))
                        .body())
                .contains("Det gick inte att spara just nu");
    }
}
