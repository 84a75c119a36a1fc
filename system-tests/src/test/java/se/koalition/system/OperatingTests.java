package se.koalition.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.koalition.local.portal.Answer;

/** What operators watch. */
class OperatingTests {

    @ParameterizedTest
    @CsvSource({
        "actor-service, 8081, koalition_outbox_waiting",
        "meeting-service, 8082, koalition_events_published_total",
        "insight-service, 8083, koalition_replica_lag_seconds",
        "notification-service, 8084, koalition_replica_lag_seconds",
        "portal-service, 8080, koalition_replica_lag_seconds"
    })
    void metricsCanBeScrapedByAnOperator(String service, int port, String metric) throws IOException {
        String address = Suite.running().at(port) + "/actuator/prometheus";
        String token = Suite.running()
                .client()
                .token("operator@koalition.example", service)
                .orElseThrow();

        Answer answer = Suite.running().client().get(address, Map.of("Authorization", "Bearer " + token));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains(metric);
        assertThat(Suite.running().client().get(address, Map.of()).status()).isEqualTo(401);
    }
}
