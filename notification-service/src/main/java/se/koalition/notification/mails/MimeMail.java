package se.koalition.notification.mails;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A mail as it goes over the wire: text and page as alternatives and, where there is one, the calendar entry twice, as
 * an alternative for programs that show an invitation (RFC 6047 §4) and as an attachment for the others.
 */
final class MimeMail extends MimeMessage {

    private final String messageId;

    MimeMail(Session session, Mail mail, String from, Instant now) throws MessagingException {
        super(session);
        String domain = from.substring(from.indexOf('@') + 1);
        this.messageId = "<" + mail.key().replaceAll("[^A-Za-z0-9-]", ".") + "@" + domain + ">";
        setFrom(address(from, "Koalition"));
        setRecipient(RecipientType.TO, address(mail.to(), mail.name()));
        setSubject(mail.letter().subject().replaceAll("\\p{Cntrl}+", " "), UTF_8.name());
        setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("Content-Language", mail.letter().language().getLanguage());
        setContent(content(mail));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static Multipart content(Mail mail) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(TextBody.of(mail.letter()), "text/plain; charset=UTF-8", "quoted-printable"));
        alternatives.addBodyPart(part(HtmlBody.of(mail.letter()), "text/html; charset=UTF-8", "quoted-printable"));
        CalendarPart calendar = mail.calendar();
        if (calendar == null) {
            return alternatives;
        }
        String type = "text/calendar; method=" + calendar.method() + "; charset=UTF-8";
        alternatives.addBodyPart(part(calendar.text(), type, "base64"));
        MimeBodyPart shown = new MimeBodyPart();
        shown.setContent(alternatives);
        BodyPart attached = part(calendar.text(), "application/ics", "base64");
        attached.setDisposition(Part.ATTACHMENT);
        attached.setFileName("invite.ics");
        return new MimeMultipart("mixed", shown, attached);
    }

    private static MimeBodyPart part(String text, String type, String encoding) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(UTF_8), type)));
        part.setHeader("Content-Transfer-Encoding", encoding);
        return part;
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            InternetAddress full = new InternetAddress(address, true);
            full.setPersonal(name.isBlank() ? null : name.replaceAll("\\p{Cntrl}+", " "), UTF_8.name());
            return full;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8", e);
        }
    }
}
