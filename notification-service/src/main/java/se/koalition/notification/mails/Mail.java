package se.koalition.notification.mails;

import org.jspecify.annotations.Nullable;

/**
 * A mail that is ready to go.
 *
 * @param key names it for good: every attempt to send it has the same Message-ID, so that mail programs show it once
 */
public record Mail(
        String key,
        String to,
        String name,
        Letter letter,
        @Nullable CalendarPart calendar) {

    /** Neither address nor content, which may hold a link that signs in. */
    @Override
    public String toString() {
        return "Mail[" + key + "]";
    }
}
