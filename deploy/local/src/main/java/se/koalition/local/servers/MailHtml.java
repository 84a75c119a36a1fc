package se.koalition.local.servers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the mailbox's pages look like. Everything that comes from a mail is escaped; its HTML runs no script. */
final class MailHtml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final Pattern LINK = Pattern.compile("https?://[^\\s&<>\"]+(?:&amp;[^\\s&<>\"]+)*");

    private static final String FRAME = """
            <!doctype html><html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width"><title>%s</title><style>
            :root{color-scheme:light dark} body{font:1rem/1.5 system-ui,sans-serif;margin:1rem auto;max-width:60rem;padding:0 1rem}
            ul{list-style:none;padding:0} li{border-top:1px solid #8886;padding:.5rem 0} small{opacity:.8}
            pre{white-space:pre-wrap;overflow-wrap:anywhere} th{text-align:left;vertical-align:top;padding-right:1rem}
            td{overflow-wrap:anywhere} iframe{width:100%%;height:34rem;border:1px solid #8886;background:#fff}
            </style></head><body><main>%s</main></body></html>
            """;

    private MailHtml() {}

    static String list(List<ReceivedMail> mails, int count, @Nullable String to) {
        String rows = mails.stream()
                .map(mail ->
                        "<li><a href=\"/mails/%s\">%s</a><br><small>%s · to <a href=\"/?to=%s\">%s</a> · from %s</small></li>"
                                .formatted(
                                        mail.id(),
                                        escape(mail.subject().isBlank() ? "(no subject)" : mail.subject()),
                                        TIME.format(mail.date()),
                                        URLEncoder.encode(mail.to(), StandardCharsets.UTF_8),
                                        escape(mail.to()),
                                        escape(mail.from())))
                .collect(Collectors.joining());
        String shown = count > mails.size() ? "the newest %d of %d".formatted(mails.size(), count) : "" + count;
        return FRAME.formatted("Mailbox", """
                <h1>Mailbox</h1><p>Everything the suite has mailed from this machine; nothing left it.</p>
                <form><label>Recipient <input name="to" type="search" size="30" value="%s"></label> <button>Show</button></form>
                <p>%s mails%s</p><ul>%s</ul>""".formatted(
                        to == null ? "" : escape(to),
                        shown,
                        to == null ? "" : " to " + escape(to) + " · <a href=\"/\">all</a>",
                        rows));
    }

    static String mail(ReceivedMail mail) {
        String headers = mail.headers().entrySet().stream()
                .map(header ->
                        "<tr><th>%s</th><td>%s</td></tr>".formatted(escape(header.getKey()), escape(header.getValue())))
                .collect(Collectors.joining());
        String parts = IntStream.range(0, mail.parts().size())
                .mapToObj(i -> "<li><a href=\"/mails/%s/%d\" download>%s</a> <small>%s</small></li>"
                        .formatted(
                                mail.id(),
                                i,
                                escape(fileName(mail.parts().get(i))),
                                escape(mail.parts().get(i).contentType())))
                .collect(Collectors.joining());
        return FRAME.formatted(
                escape(mail.subject()),
                "<p><a href=\"/\">Mailbox</a></p><h1>%s</h1><p>%s · to %s · from %s</p>"
                                .formatted(
                                        escape(mail.subject()),
                                        TIME.format(mail.date()),
                                        escape(mail.to()),
                                        escape(mail.from()))
                        + section("HTML", mail.html() == null ? "" : frame(mail.html()))
                        + section("Text", mail.text() == null ? "" : "<pre>" + linked(mail.text()) + "</pre>")
                        + section("Attachments", parts.isEmpty() ? "" : "<ul>" + parts + "</ul>")
                        + section("Headers", "<table>" + headers + "</table>")
                        + "<p><a href=\"/mails/" + mail.id() + "/raw\" download>Raw mail</a></p>");
    }

    static String fileName(ReceivedMail.Part part) {
        if (part.filename() != null) {
            return part.filename();
        }
        return part.contentType().startsWith("text/calendar") ? "meeting.ics" : "part";
    }

    private static String frame(String html) {
        return "<iframe title=\"The mail as HTML\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\""
                + escape("<base target=\"_blank\">" + html) + "\"></iframe>";
    }

    private static String section(String title, String content) {
        return content.isEmpty() ? "" : "<h2>" + title + "</h2>" + content;
    }

    private static String linked(String text) {
        return LINK.matcher(escape(text)).replaceAll("<a href=\"$0\" target=\"_blank\">$0</a>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
