package se.koalition.notification.mails;

/** A calendar text with the method that its content type repeats (RFC 6047 §2.4). */
record CalendarPart(String method, String text) {}
