package se.koalition.notification.directory;

/** A coalition, known by its name. */
record Coalition(String name) {}
