package se.koalition.local.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Whether a service says that it is ready. */
final class Health {

    private static final int TIMEOUT_MILLIS = 3_000;

    private Health() {}

    static boolean ready(URI service) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    service.resolve("/actuator/health/readiness").toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
