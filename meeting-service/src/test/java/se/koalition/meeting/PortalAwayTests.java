package se.koalition.meeting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Without the portal's keys no token can be checked, which is nobody's fault but the installation's. */
class PortalAwayTests extends RunningService {

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    @Test
    void aTokenThatCannotBeCheckedOpensNothing() {
        String token = part("{\"alg\":\"ES256\",\"kid\":\"k\"}") + "." + part("{\"sub\":\"x\"}") + "." + part("x");

        assertThat(http.get()
                        .uri("/api/meetings/1")
                        .header("Authorization", "Bearer " + token)
                        .exchange())
                .hasStatus(503);
    }
}
