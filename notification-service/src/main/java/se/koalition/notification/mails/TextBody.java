package se.koalition.notification.mails;

import java.util.stream.Collectors;

/** A letter as plain text. */
final class TextBody {

    private TextBody() {}

    static String of(Letter letter) {
        String blocks = letter.blocks().stream().map(TextBody::block).collect(Collectors.joining("\n\n"));
        return letter.heading() + "\n\n" + blocks + "\n\n-- \n" + letter.footer() + "\n";
    }

    private static String block(Letter.Block block) {
        return switch (block) {
            case Letter.Paragraph paragraph -> paragraph.text();
            case Letter.Detail detail -> detail.label() + ": " + detail.text();
            case Letter.Listing listing ->
                listing.label() + ":\n"
                        + listing.items().stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
            case Letter.Choices choices ->
                choices.links().stream()
                        .map(link -> link.text() + ": " + link.url())
                        .collect(Collectors.joining("\n", choices.label().isEmpty() ? "" : choices.label() + "\n", ""));
        };
    }
}
