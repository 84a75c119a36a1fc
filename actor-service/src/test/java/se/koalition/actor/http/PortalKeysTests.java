package se.koalition.actor.http;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestTemplate;

class PortalKeysTests {

    @Test
    void aPortalThatIsGoneIsAskedAFewTimesAndThenLeftAloneForAWhile() throws IOException {
        String gone;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gone = "http://127.0.0.1:" + socket.getLocalPort() + "/oauth2/jwks";
        }
        RestTemplate client = Tokens.keyClient();

        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(ResourceAccessException.class)
                    .isThrownBy(() -> client.getForObject(gone, String.class));
        }
        assertThatExceptionOfType(CallNotPermittedException.class)
                .isThrownBy(() -> client.getForObject(gone, String.class));
    }
}
