package se.koalition.notification.mails;

import java.util.List;
import java.util.Locale;

/**
 * What a mail says, once for its text and its page.
 *
 * @param preview what a mail program shows beside the subject
 * @param footer why the reader gets it
 */
record Letter(Locale language, String subject, String preview, String heading, List<Block> blocks, String footer) {

    /** A piece of a letter; each rendering knows how to write every kind. */
    sealed interface Block {}

    /** Running text; an empty line starts a new paragraph. */
    record Paragraph(String text) implements Block {}

    /** A named thing that the reader looks for: when, where. */
    record Detail(String label, String text) implements Block {}

    record Listing(String label, List<String> items) implements Block {}

    /** What the reader may choose between, each a link; the first is the one most will take. */
    record Choices(String label, List<Link> links) implements Block {}

    record Link(String text, String url) {}
}
