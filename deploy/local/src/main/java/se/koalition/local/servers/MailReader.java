package se.koalition.local.servers;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one raw mail apart. */
final class MailReader {

    private @Nullable String text;
    private @Nullable String html;
    private final List<ReceivedMail.Part> parts = new ArrayList<>();

    private MailReader() {}

    static ReceivedMail read(String id, String to, Instant arrived, InputStream raw) {
        try {
            MimeMessage mail = new MimeMessage(null, raw);
            MailReader reader = new MailReader();
            reader.take(mail);
            Map<String, String> headers = headers(mail);
            return new ReceivedMail(
                    id,
                    headers.getOrDefault("From", ""),
                    to,
                    headers.getOrDefault("Subject", ""),
                    arrived,
                    headers,
                    reader.text,
                    reader.html,
                    List.copyOf(reader.parts));
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail " + id + " cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(MimeMessage mail) throws MessagingException, IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            String value = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
            headers.merge(header.getName(), value, (one, other) -> one + "\n" + other);
        }
        return headers;
    }

    private void take(Part part) throws MessagingException, IOException {
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (part.isMimeType("multipart/*")) {
            Multipart several = (Multipart) part.getContent();
            for (int i = 0; i < several.getCount(); i++) {
                take(several.getBodyPart(i));
            }
        } else if (part.isMimeType("text/plain") && !attached && text == null) {
            text = content(part);
        } else if (part.isMimeType("text/html") && !attached && html == null) {
            html = content(part);
        } else {
            parts.add(new ReceivedMail.Part(part.getContentType(), part.getFileName(), content(part)));
        }
    }

    private static String content(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*") && part.getContent() instanceof String string) {
            return string;
        }
        byte[] bytes;
        try (InputStream in = part.getInputStream()) {
            bytes = in.readAllBytes();
        }
        return part.isMimeType("text/*")
                ? new String(bytes, charset(part))
                : Base64.getEncoder().encodeToString(bytes);
    }

    private static Charset charset(Part part) throws MessagingException {
        String charset = new ContentType(part.getContentType()).getParameter("charset");
        return charset == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(charset));
    }
}
