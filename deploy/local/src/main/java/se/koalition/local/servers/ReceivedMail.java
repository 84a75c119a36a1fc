package se.koalition.local.servers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it arrived for one recipient.
 *
 * @param id rises with the time of arrival
 * @param to the recipient of the envelope; the header of that name is in {@code headers}
 * @param headers decoded; the values of a repeated header are separated by line breaks
 * @param text its first plain text, {@code html} its first HTML
 * @param parts everything else: calendars and attachments
 */
public record ReceivedMail(
        String id,
        String from,
        String to,
        String subject,
        Instant date,
        Map<String, String> headers,
        @Nullable String text,
        @Nullable String html,
        List<Part> parts) {

    /**
     * A part beside text and HTML.
     *
     * @param contentType with its parameters, such as a calendar's {@code method}
     * @param content as text where the type is {@code text/*}, else Base64
     */
    public record Part(String contentType, @Nullable String filename, String content) {}
}
