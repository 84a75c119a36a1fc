package se.koalition.notification.directory;

/** A need or an offer, known by its title. */
record Posting(String title) {}
