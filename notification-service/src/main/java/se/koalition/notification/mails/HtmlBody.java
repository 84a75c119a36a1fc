package se.koalition.notification.mails;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.util.HtmlUtils;

/** A letter as a page: one column, styles inline, no images, for mail programs leave the rest out. */
final class HtmlBody {

    private static final String PRIMARY = "background:#0f5468;color:#ffffff;border:2px solid #0f5468;";
    private static final String SECONDARY = "background:#ffffff;color:#0f5468;border:2px solid #0f5468;";

    private HtmlBody() {}

    static String of(Letter letter) {
        return """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light">
            <title>%2$s</title>
            </head>
            <body style="margin:0;padding:0;background:#f6f5f1;">
            <div style="display:none;max-height:0;overflow:hidden;">%3$s</div>
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="background:#f6f5f1;">
            <tr><td align="center" style="padding:24px 12px;">
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" \
            style="max-width:600px;background:#ffffff;border-radius:8px;border-top:6px solid #0f5468;\
            font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;\
            font-size:17px;line-height:1.55;color:#17232c;">
            <tr><td style="padding:28px 24px 12px;">
            <p style="margin:0 0 20px;font-size:15px;font-weight:700;color:#0f5468;">Koalition</p>
            <h1 style="margin:0 0 20px;font-size:25px;line-height:1.25;color:#17232c;">%4$s</h1>
            %5$s
            </td></tr>
            <tr><td style="padding:16px 24px 24px;border-top:1px solid #dcd9d0;font-size:14px;color:#4b5862;">%6$s</td></tr>
            </table>
            </td></tr>
            </table>
            </body>
            </html>
            """.formatted(
                        letter.language().toLanguageTag(),
                        escape(letter.subject()),
                        escape(letter.preview()),
                        escape(letter.heading()),
                        letter.blocks().stream().map(HtmlBody::block).collect(Collectors.joining("\n")),
                        escape(letter.footer()));
    }

    private static String block(Letter.Block block) {
        return switch (block) {
            case Letter.Paragraph paragraph -> paragraphs(paragraph.text());
            case Letter.Detail detail ->
                "<p style=\"margin:0 0 14px;\">" + label(detail.label()) + linked(detail.text()) + "</p>";
            case Letter.Listing listing -> listing(listing.label(), listing.items());
            case Letter.Choices choices -> choices(choices.label(), choices.links());
        };
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.split("\\n\\s*\\n"))
                .map(part -> "<p style=\"margin:0 0 18px;\">" + escape(part).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String listing(String label, List<String> items) {
        return "<p style=\"margin:0;\">" + label(label) + "</p><ul style=\"margin:0 0 18px;padding:0 0 0 22px;\">"
                + items.stream()
                        .map(item -> "<li style=\"margin:0 0 4px;\">" + escape(item) + "</li>")
                        .collect(Collectors.joining())
                + "</ul>";
    }

    private static String choices(String label, List<Letter.Link> links) {
        String heading =
                label.isEmpty() ? "" : "<p style=\"margin:22px 0 8px;font-weight:700;\">" + escape(label) + "</p>";
        return heading + "<p style=\"margin:0 0 18px;\">"
                + IntStream.range(0, links.size())
                        .mapToObj(i -> button(links.get(i), i == 0 ? PRIMARY : SECONDARY))
                        .collect(Collectors.joining("\n"))
                + "</p>";
    }

    private static String button(Letter.Link link, String colours) {
        return "<a href=\"" + escape(link.url())
                + "\" style=\"display:inline-block;margin:0 8px 10px 0;padding:11px 22px;"
                + "border-radius:6px;font-weight:700;text-decoration:none;" + colours + "\">" + escape(link.text())
                + "</a>";
    }

    private static String label(String label) {
        return "<span style=\"display:block;font-size:14px;color:#4b5862;\">" + escape(label) + "</span>";
    }

    private static String linked(String text) {
        String escaped = escape(text);
        return text.matches("https?://\\S+")
                ? "<a href=\"" + escaped + "\" style=\"color:#0f5468;word-break:break-all;\">" + escaped + "</a>"
                : "<strong>" + escaped + "</strong>";
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
