package se.koalition.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every form, whatever comes in it. */
class FormsIT extends SignedIn {

    private static final String KEY = "8d6b2e0e-6d0f-4e0e-9b57-0a4f3c1d2e3f";

    @ParameterizedTest
    @ValueSource(strings = {"1\n2", "1\r\nX-Evil: 1", "\"", "å", "-1", "1 or 1", "99999999999999999999", ""})
    void a_version_that_is_none_never_reaches_an_owner_as_it_is(String version) {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        browser.open("/me");
        NEIGHBOURS.willAnswer(412, "{}", Map.of());

        HttpResponse<String> refused = browser.submit("/me", Map.of("name", "Bo", "version", version));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("har ändrats under tiden");
        assertThat(NEIGHBOURS.came().getLast().header("If-match")).isEqualTo("\"0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nX-Evil: 1", "\u0000", "日本"})
    void a_key_that_no_header_can_carry_comes_back_with_the_form(String key) {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        String path = "/actors/" + world.museum + "/members/new";
        browser.open(path);

        HttpResponse<String> refused =
                browser.submit(path, Map.of("name", "Cia", "email", "cia@museum.example", "key", key));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Cia\"");
        assertThat(NEIGHBOURS.came()).isEmpty();
    }

    @Test
    void an_address_says_who_is_meant_and_nothing_else() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        browser.open("/me");
        for (String id : List.of("a%20b", "a%3Fb", "a%23b", "%C3%A5", "a%0D%0Ab")) {
            for (String path : List.of(
                    "/members/" + id + "/deputy",
                    "/coalitions/" + world.coalition + "/coordinators/" + id,
                    "/coalitions/" + world.coalition + "/join-requests/" + id + "/acceptance")) {
                assertThat(browser.submit(path, Map.of("deputy", "true", "coordinator", "true"))
                                .statusCode())
                        .as(path)
                        .isIn(400, 404);
            }
        }
        assertThat(NEIGHBOURS.came()).isEmpty();
    }

    /** By hand, for a client of HTTP would not send it. */
    @Test
    void a_command_whose_address_cannot_be_is_refused() throws IOException {
        String token = token(known().email(known().anna));
        try (Socket socket = new Socket("localhost", port)) {
            String request = """
                    POST /api/meetings?x=%%zz HTTP/1.1
                    Host: localhost
                    Authorization: %s
                    Content-Length: 0
                    Connection: close

                    """.formatted(token).replace("\n", "\r\n");
            socket.getOutputStream().write(request.getBytes(UTF_8));

            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("urn:koalition:problem:invalid-input");
        }
        assertThat(NEIGHBOURS.came()).isEmpty();
    }

    @Test
    void the_end_of_a_line_counts_once() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        String join = "/coalitions/" + world.coalition + "/join";
        browser.open(join);
        NEIGHBOURS.willAnswer(201, "{\"id\":\"x\"}", Map.of());
        String lines = "a\r\n".repeat(999) + "a";

        browser.submit(
                join,
                Map.of(
                        "organisation", "Skolan",
                        "sector", "culture",
                        "why", lines,
                        "name", "Rektor",
                        "email", "rektor@skola.example",
                        "key", KEY));
        assertThat(sentText("why")).isEqualTo(lines.replace("\r\n", "\n"));

        String need = "/coalitions/" + world.coalition + "/needs/new";
        browser.open(need);
        browser.submit(need, Map.of("title", "Scen", "text", "ett\r\ntvå", "validUntil", soon(), "key", KEY));
        assertThat(sentText("text")).isEqualTo("ett\ntvå");

        String leave = "/actors/" + world.museum + "/leave/" + world.coalition;
        browser.open(leave);
        browser.submit(leave, Map.of("reason", "ett\r\ntvå"));
        assertThat(sentText("reason")).isEqualTo("ett\ntvå");

        String describe = "/actors/" + world.museum + "/edit";
        browser.open(describe);
        browser.submit(
                describe,
                Map.of("name", "Ålands museum", "sector", "culture", "description", "ett\r\ntvå", "version", "2"));
        assertThat(sentText("description")).isEqualTo("ett\ntvå");
    }

    private static String soon() {
        return LocalDate.now(ZoneOffset.UTC).plusMonths(2).toString();
    }

    private static String sentText(String field) {
        return JSON.readTree(NEIGHBOURS.came().getLast().body()).path(field).asString("");
    }
}
