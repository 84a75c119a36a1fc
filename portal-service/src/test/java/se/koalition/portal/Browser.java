package se.koalition.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as pages need; like real ones it takes secure cookies from localhost. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Set<String> strict = new HashSet<>();
    private final String base;

    /** In a network of its own (RFC 3849), for what one sender may do in ten minutes is limited. */
    private final String address = "2001:db8:%x:%x::1"
            .formatted(
                    ThreadLocalRandom.current().nextInt(0x10000),
                    ThreadLocalRandom.current().nextInt(0x10000));

    private String csrf = "";

    Browser(int port) {
        base = "http://localhost:" + port;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    HttpResponse<String> open(String path) {
        return remember(send(request(path).GET()));
    }

    /**
     * Follows a link on another site, in another tab: cookies for this site alone stay away (RFC 6265bis §5.2), and the
     * form of the page that was opened last stays open as it was.
     */
    HttpResponse<String> arrive(String path) {
        Map<String, String> kept = new LinkedHashMap<>(cookies);
        String open = csrf;
        cookies.keySet().removeAll(strict);
        HttpResponse<String> response = open(path);
        kept.forEach(cookies::putIfAbsent);
        csrf = open;
        return response;
    }

    /** Opens a page, and the one where it leads. */
    HttpResponse<String> follow(String path) {
        String location = open(path).headers().firstValue("Location").orElse(path);
        return open(location.replace(base, ""));
    }

    /** Sends a form of the page that was opened last, and follows where it leads. */
    HttpResponse<String> submit(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        String body = all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = remember(send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
        String location = response.headers().firstValue("Location").orElse("");
        return location.isEmpty() ? response : open(location.replace(base, ""));
    }

    /** Sends a form with a file, as the form of the page that was opened last does. */
    HttpResponse<String> upload(String path, byte[] file) {
        String edge = "edge-of-the-parts";
        String before = "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n".formatted(edge, csrf)
                + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lista.csv\"\r\n".formatted(edge)
                + "Content-Type: application/vnd.ms-excel\r\n\r\n";
        return remember(send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                        before.getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8))))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("X-Forwarded-For", address);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> remember(HttpResponse<String> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            if (pair.endsWith("=")) {
                cookies.remove(pair.substring(0, equals));
            } else {
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
                if (cookie.contains("SameSite=Strict")) {
                    strict.add(pair.substring(0, equals));
                }
            }
        }
        Matcher found = CSRF.matcher(response.body());
        if (found.find()) {
            csrf = found.group(1);
        }
        return response;
    }
}
