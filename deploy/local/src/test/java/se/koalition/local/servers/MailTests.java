package se.koalition.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailTests {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

    @TempDir
    private Path directory;

    @Test
    void showsAMailWithItsTextItsHtmlAndItsCalendar() throws Exception {
        try (Mail mail = Mail.start(directory, 0, 0)) {
            send(mail, "Åsa@lund.example", "Möte i mars", "<p>Välkommen</p><script>alert(1)</script>");

            JsonNode listed = JsonMapper.shared().readTree(get(mail, "api/mails?to=%C3%A5sa@lund.example"));
            assertThat(listed.size()).isOne();
            assertThat(listed.path(0).path("subject").asString()).isEqualTo("Möte i mars");
            assertThat(listed.path(0).path("text").asString()).contains("Hej på dig");
            assertThat(listed.path(0).path("headers").path("Message-ID").asString())
                    .isNotBlank();
            JsonNode calendar = listed.path(0).path("parts").path(0);
            assertThat(calendar.path("contentType").asString()).contains("text/calendar", "method=REQUEST");
            assertThat(calendar.path("content").asString()).isEqualTo(CALENDAR);

            String id = listed.path(0).path("id").asString();
            assertThat(get(mail, "")).contains("Möte i mars");
            assertThat(get(mail, "mails/" + id))
                    .contains("srcdoc=", "&lt;p&gt;Välkommen", "sandbox=")
                    .doesNotContain("<script>");
            assertThat(get(mail, "mails/" + id + "/0")).isEqualTo(CALENDAR);
            assertThat(get(mail, "mails/" + id + "/raw")).startsWith("Delivered-To: åsa@lund.example");
        }
    }

    @Test
    void listsOnlyTheMailsOfOneRecipientNewestFirst() throws Exception {
        try (Mail mail = Mail.start(directory, 0, 0)) {
            send(mail, "a@one.example", "first", "");
            send(mail, "b@two.example", "other", "");
            send(mail, "a@one.example", "second", "");
            assertThat(mail.mailsTo("A@one.example"))
                    .extracting(ReceivedMail::subject)
                    .containsExactly("second", "first");
        }
    }

    @Test
    void mailsSurviveARestart() throws Exception {
        try (Mail mail = Mail.start(directory, 0, 0)) {
            send(mail, "a@one.example", "kept", "");
        }
        try (Mail mail = Mail.start(directory, 0, 0)) {
            send(mail, "a@one.example", "new", "");
            assertThat(mail.mailsTo("a@one.example"))
                    .extracting(ReceivedMail::subject)
                    .containsExactly("new", "kept");
        }
    }

    private static String get(Mail mail, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(mail.pageUri().resolve(path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static void send(Mail mail, String to, String subject, String html) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(mail.smtpPort()));
        settings.put("mail.mime.allowutf8", "true");
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("koalition@koalition.example");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Hej på dig", "UTF-8");
        MimeBodyPart page = new MimeBodyPart();
        page.setText(html, "UTF-8", "html");
        MimeBodyPart calendar = new MimeBodyPart();
        calendar.setContent(CALENDAR, "text/calendar; charset=UTF-8; method=REQUEST");
        message.setContent(new MimeMultipart("alternative", text, page, calendar));
        Transport.send(message);
    }
}
