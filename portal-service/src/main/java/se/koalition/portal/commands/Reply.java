package se.koalition.portal.commands;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;

/** What the owner answered. */
public final class Reply {

    private static final List<String> BACK = List.of(
            org.springframework.http.HttpHeaders.CONTENT_TYPE,
            org.springframework.http.HttpHeaders.LOCATION,
            org.springframework.http.HttpHeaders.ETAG,
            "X-Sequence",
            org.springframework.http.HttpHeaders.RETRY_AFTER);

    private final HttpResponse<byte[]> response;

    Reply(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public boolean accepted() {
        return status() < 300;
    }

    public HttpHeaders headers() {
        return response.headers();
    }

    public byte[] body() {
        return response.body();
    }

    /** As it is, to the program that sent the command. */
    public ResponseEntity<byte[]> handedBack() {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status());
        BACK.forEach(name -> answer.header(name, headers().allValues(name).toArray(String[]::new)));
        return answer.body(body());
    }
}
