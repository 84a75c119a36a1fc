package se.koalition.portal.commands;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What the owner answered. */
public final class Reply {

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
}
