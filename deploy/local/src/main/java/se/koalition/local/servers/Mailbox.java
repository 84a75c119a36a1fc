package se.koalition.local.servers;

import com.icegreen.greenmail.mail.MovingMessage;
import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mails of all recipients, one raw file each. Only who got which is kept in memory. */
final class Mailbox {

    private static final String ENVELOPE = "Delivered-To: ";
    private static final String SUFFIX = ".eml";

    private final Path directory;
    private final NavigableMap<String, String> recipients = new ConcurrentSkipListMap<>();
    private final AtomicLong lastMoment = new AtomicLong();

    Mailbox(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(SUFFIX)).forEach(this::remember);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(Path file) {
        String name = file.getFileName().toString();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String first = lines.readLine();
            if (first != null && first.startsWith(ENVELOPE)) {
                recipients.put(name.substring(0, name.length() - SUFFIX.length()), first.substring(ENVELOPE.length()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores a mail for one recipient; when this returns it survives the end of the process. */
    void deliver(MovingMessage message, String recipient) {
        String to = recipient.toLowerCase(Locale.ROOT);
        String id = nextId();
        Path unfinished = directory.resolve(id + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                out.write((ENVELOPE + to + "\r\n").getBytes(StandardCharsets.UTF_8));
                message.getMessage().writeTo(out);
            }
            Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail to " + to + " cannot be stored", e);
        }
        recipients.put(id, to);
    }

    /** Microseconds of arrival: unique here, in order, and after a restart higher than before. */
    private String nextId() {
        long now = System.currentTimeMillis() * 1_000;
        return Long.toString(lastMoment.updateAndGet(last -> Math.max(last + 1, now)));
    }

    /** The newest mails, to one recipient where given, newest first. */
    List<ReceivedMail> newest(@Nullable String to, int limit) {
        return recipients.descendingMap().entrySet().stream()
                .filter(mail -> to == null || mail.getValue().equalsIgnoreCase(to))
                .limit(limit)
                .map(this::read)
                .toList();
    }

    int count(@Nullable String to) {
        return to == null
                ? recipients.size()
                : (int) recipients.values().stream()
                        .filter(to::equalsIgnoreCase)
                        .count();
    }

    Optional<ReceivedMail> find(String id) {
        return Optional.ofNullable(recipients.get(id)).map(to -> read(Map.entry(id, to)));
    }

    private ReceivedMail read(Map.Entry<String, String> mail) {
        try (InputStream raw = Files.newInputStream(file(mail.getKey()))) {
            Instant arrived = Instant.ofEpochMilli(Long.parseLong(mail.getKey()) / 1_000);
            return MailReader.read(mail.getKey(), mail.getValue(), arrived, raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String id) {
        return directory.resolve(id + SUFFIX);
    }
}
