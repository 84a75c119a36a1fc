package se.koalition.local.portal;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over HTTP. */
public record Answer(int status, HttpHeaders headers, String body) {

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
