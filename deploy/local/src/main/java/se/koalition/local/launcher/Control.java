package se.koalition.local.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Through which a second {@code up} asks the running launcher to start what is dead, and reads what it says. */
final class Control implements AutoCloseable {

    private static final String HEADER = "X-Secret";
    private static final int FORBIDDEN = 403;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String secret;
    private final Consumer<PrintStream> startDead;

    private Control(HttpServer server, String secret, Consumer<PrintStream> startDead) {
        this.server = server;
        this.secret = secret;
        this.startDead = startDead;
    }

    static Control start(String secret, Consumer<PrintStream> startDead) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Control control = new Control(server, secret, startDead);
            server.createContext("/up", control::up);
            server.setExecutor(control.threads);
            server.start();
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void up(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!secret.equals(exchange.getRequestHeaders().getFirst(HEADER))) {
                exchange.sendResponseHeaders(FORBIDDEN, -1);
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            // Closed before the exchange is, else the asker sees a broken connection at the end.
            try (PrintStream listener = new PrintStream(exchange.getResponseBody(), true, StandardCharsets.UTF_8)) {
                startDead.accept(listener);
            }
        }
    }

    /** Asks; passes on each line as it comes. */
    static void ask(Running running, Consumer<String> line) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.controlPort() + "/up"))
                .header(HEADER, running.secret())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(request, HttpResponse.BodyHandlers.ofLines()).body().forEach(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
