package se.koalition.notification.directory;

import org.jspecify.annotations.Nullable;

/** A coalition, as far as mails tell of it. */
public record Coalition(
        String id,
        String name,
        @Nullable String challenge,
        @Nullable String background) {}
