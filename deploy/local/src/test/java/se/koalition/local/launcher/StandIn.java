package se.koalition.local.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in for a service: is ready at once, and says yes to everything. */
final class StandIn {

    private static final Pattern PORT = Pattern.compile("\"server.port\":(\\d+)");

    private StandIn() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Matcher port = PORT.matcher(System.getenv("SPRING_APPLICATION_JSON"));
        if (!port.find()) {
            throw new IllegalStateException("No port is set");
        }
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1))), 0);
        server.createContext("/", exchange -> {
            byte[] body = "{\"token\":\"a-token\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        System.out.println("The stand-in is up");
    }
}
