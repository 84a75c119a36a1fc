package se.koalition.portal.pages;

import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page shows.
 *
 * @param path this page's own with its query, for the switch of language; null where coming back makes no sense
 * @param notice key of a message on what was just done
 * @param stale what the visitor just did may be missing
 */
record Page(
        String lang,
        @Nullable String path,
        boolean signedIn,
        @Nullable String name,
        @Nullable String notice,
        boolean stale) {}
