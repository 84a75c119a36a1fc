package se.koalition.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.koalition.local.portal.PortalClient;

class DemoTests {

    private record Sent(String method, String path, String key, String body) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokensAsked = new AtomicInteger();
    private HttpServer portal;

    @BeforeEach
    void start() throws IOException {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/", this::answer);
        portal.start();
    }

    @AfterEach
    void stop() {
        portal.stop(0);
    }

    /** Knows nobody at first, and cannot take the first meeting yet. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 201;
        if (path.equals("/local/tokens")) {
            status = tokensAsked.getAndIncrement() == 1 ? 404 : 200;
        } else if (exchange.getRequestMethod().equals("GET")) {
            status = 200;
        } else {
            String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            boolean first = sent.stream().noneMatch(one -> one.path().equals("/api/meetings"));
            sent.add(new Sent(exchange.getRequestMethod(), path, key, body));
            status = path.equals("/api/meetings") && first ? 503 : 201;
        }
        byte[] answer = "{\"token\":\"t\",\"status\":\"finished\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private List<Sent> load() {
        sent.clear();
        try (PortalClient client = new PortalClient(
                URI.create("http://127.0.0.1:" + portal.getAddress().getPort()), "secret")) {
            new Demo(client, LocalDate.of(2026, 11, 23), Duration.ofSeconds(10)).load();
        }
        return List.copyOf(sent);
    }

    @Test
    void sendsTheWholeCoalitionAndRepeatsWhatWasNotPossibleYet() {
        List<Sent> all = load();
        assertThat(all.getFirst().body()).contains("läxhjälp", "\"area\":[\"1214\"", "\"1293\"");
        assertThat(all).filteredOn(one -> one.path().endsWith("/members")).hasSize(25);
        assertThat(all).filteredOn(one -> one.path().equals("/api/meetings")).hasSize(5);
        assertThat(all).filteredOn(one -> one.path().equals("/api/insights")).hasSize(2);
        assertThat(all).filteredOn(one -> one.path().equals("/api/offers")).hasSize(4);
        assertThat(all)
                .filteredOn(one -> one.path().equals("/api/needs"))
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.body()).contains("\"validUntil\":\"2027-06-30\""));
        assertThat(all)
                .filteredOn(one -> one.path().endsWith("/imports"))
                .singleElement()
                .satisfies(one -> assertThat(one.body()).contains("Perstorps kommun;municipality;Perstorp"));
    }

    @Test
    void everyCreatingRequestCarriesItsOwnKeyAndIsTheSameTheNextTime() {
        List<Sent> once = load();
        List<Sent> again = load();
        assertThat(again).isEqualTo(once);
        assertThat(once.stream()
                        .filter(one -> one.method().equals("POST"))
                        .map(Sent::key)
                        .distinct())
                .doesNotContain("null")
                .hasSize(1 + 1 + 25 + 4 + 2 + 4 + 4);
    }

    @Test
    void meetsFourThursdaysAcrossTheChangeToSummerTime() {
        assertThat(Spring.after(LocalDate.of(2026, 11, 23)).meetings())
                .extracting(Object::toString)
                .containsExactly("2027-01-28T13:00", "2027-03-04T13:00", "2027-04-08T13:00", "2027-05-20T13:00");
    }

    @Test
    void addressesAreMadeFromNames() {
        DemoMember member = DemoMember.of(new DemoActor("Mötesplats Social Innovation (MSI)", "academia"));
        assertThat(member.email())
                .isEqualTo("motesplats-social-innovation-msi@motesplats-social-innovation-msi.example");
        assertThat(member.name()).isEqualTo("Forskare, Mötesplats Social Innovation (MSI)");
    }
}
