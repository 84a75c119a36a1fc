package se.koalition.local.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** The mailbox over HTTP: pages for people, JSON for tests. */
final class MailPage implements AutoCloseable {

    private static final int SHOWN = 200;
    private static final int LISTED = 1_000;

    private final Mailbox mailbox;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final JsonMapper json = JsonMapper.builder().build();

    private MailPage(Mailbox mailbox, HttpServer server) {
        this.mailbox = mailbox;
        this.server = server;
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    static MailPage start(Mailbox mailbox, int port) {
        try {
            return new MailPage(
                    mailbox, HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
            Map<String, String> query = query(exchange.getRequestURI());
            String to = query.get("to");
            if (path[0].isEmpty()) {
                String page = MailHtml.list(mailbox.newest(to, SHOWN), mailbox.count(to), to);
                send(exchange, "text/html;charset=utf-8", bytes(page));
            } else if (String.join("/", path).equals("api/mails")) {
                int limit = Integer.parseInt(query.getOrDefault("limit", Integer.toString(LISTED)));
                send(exchange, "application/json", json.writeValueAsBytes(mailbox.newest(to, limit)));
            } else if (path[0].equals("mails") && path.length > 1) {
                Optional<ReceivedMail> mail = mailbox.find(path[1]);
                if (mail.isEmpty()) {
                    exchange.sendResponseHeaders(404, -1);
                } else {
                    show(exchange, mail.get(), List.of(path).subList(2, path.length));
                }
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            exchange.sendResponseHeaders(400, -1);
        }
    }

    private void show(HttpExchange exchange, ReceivedMail mail, List<String> rest) throws IOException {
        if (rest.isEmpty()) {
            send(exchange, "text/html;charset=utf-8", bytes(MailHtml.mail(mail)));
        } else if (rest.getFirst().equals("raw")) {
            download(exchange, mail.id() + ".eml", Files.readAllBytes(mailbox.file(mail.id())));
        } else {
            ReceivedMail.Part part = mail.parts().get(Integer.parseInt(rest.getFirst()));
            byte[] content = part.contentType().toLowerCase(Locale.ROOT).startsWith("text/")
                    ? bytes(part.content())
                    : Base64.getDecoder().decode(part.content());
            download(exchange, MailHtml.fileName(part), content);
        }
    }

    private static void download(HttpExchange exchange, String name, byte[] content) throws IOException {
        String safe = name.replaceAll("[^\\w.-]", "_");
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"" + safe + "\"");
        send(exchange, "application/octet-stream", content);
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        // No script and nothing from elsewhere, for the frame with a mail's HTML inherits this.
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        String raw = uri.getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            if (!value.isBlank()) {
                query.put(pair.substring(0, equals), value.strip());
            }
        }
        return query;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
