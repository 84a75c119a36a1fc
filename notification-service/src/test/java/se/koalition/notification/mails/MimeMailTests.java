package se.koalition.notification.mails;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import se.koalition.notification.directory.Member;

/** What goes over the wire, read back from its bytes. */
class MimeMailTests {

    private final Session session = Session.getInstance(new Properties());

    private MimeMessage wire(Mail mail) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new MimeMail(session, mail, Samples.SETTINGS.mailFrom(), Samples.WRITTEN).writeTo(bytes);
        return new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static Mail invitation(Member member) {
        return Samples.mails()
                .meeting("m-1:0:invitation:" + member.id(), Samples.WRITTEN, Samples.MEETING, member, false);
    }

    private static String text(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), UTF_8);
    }

    @Test
    void anInvitationIsTextPageAndCalendarAndTheCalendarAgainAsAFile() throws Exception {
        MimeMultipart mixed = (MimeMultipart) wire(invitation(Samples.ANNA)).getContent();
        MimeMultipart alternatives = (MimeMultipart) mixed.getBodyPart(0).getContent();
        BodyPart file = mixed.getBodyPart(1);

        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
        assertThat(alternatives.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(alternatives.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(alternatives.getBodyPart(2).getContentType())
                .isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
        assertThat(file.getFileName()).isEqualTo("invite.ics");
        assertThat(text(file)).isEqualTo(text(alternatives.getBodyPart(2))).contains("METHOD:REQUEST");
    }

    @Test
    void everyAttemptHasTheSameMessageId() throws Exception {
        assertThat(wire(invitation(Samples.ANNA)).getMessageID())
                .isEqualTo("<m-1.0.invitation.anna@koalition.example>")
                .isEqualTo(wire(invitation(Samples.ANNA)).getMessageID());
    }

    @Test
    void theHeadersSayThatAMachineWrites() throws Exception {
        MimeMessage message = wire(invitation(Samples.ANNA));

        assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(message.getSubject())
                .isEqualTo("Inbjudan: Varför slutar elever, och när; del 1, tors 14 jan kl. 13.00");
        assertThat(message.getFrom()[0]).hasToString("Koalition <koalition@koalition.example>");
        assertThat(message.getSentDate()).isEqualTo(Samples.WRITTEN);
    }

    @Test
    void eachReadsTheirOwnLanguage() throws Exception {
        Mail english = invitation(Samples.BEN);

        assertThat(wire(english).getSubject()).startsWith("Invitation: ").endsWith(", Thu 14 Jan at 13:00");
        assertThat(TextBody.of(english.letter())).contains("Hello Ben O'Neill,", "Swedish time", "Will you come?");
    }

    @Test
    void threeLinksToAnswerBy() {
        Letter letter = invitation(Samples.ANNA).letter();

        for (String body : new String[] {TextBody.of(letter), HtmlBody.of(letter)}) {
            assertThat(body)
                    .contains("https://koalition.example/answers/", "?answer=yes", "?answer=no", "?answer=maybe")
                    .contains("https://koalition.example/meetings/m-1");
        }
    }

    @Test
    void whatPeopleWriteIsNeverMarkup() {
        assertThat(HtmlBody.of(invitation(Samples.ANNA).letter()))
                .contains("Kartan över &lt;avhopp&gt;", "rum=7&amp;sal=blå")
                .doesNotContain("<avhopp>");
    }

    @Test
    void aMoveAndACancellationSayWhatTheyAre() throws Exception {
        Mails mails = Samples.mails();
        Mail moved = mails.meeting(
                "k", Samples.WRITTEN, Samples.meeting("scheduled", 1, "Europe/Stockholm"), Samples.ANNA, true);
        Mail off = mails.meeting(
                "k", Samples.WRITTEN, Samples.meeting("cancelled", 2, "Europe/Stockholm"), Samples.ANNA, true);

        assertThat(wire(moved).getSubject()).startsWith("Ny tid: ");
        assertThat(wire(off).getSubject()).startsWith("Inställt: ");
        assertThat(TextBody.of(off.letter())).contains("Snöstorm i hela länet").doesNotContain("answer=");
    }

    @Test
    void anInsightNamesItsAuthorAndLeadsToItsPage() throws Exception {
        Mail mail =
                Samples.mails().insight("i-1:0:insight:ben", Samples.insight("**Vi** såg det tidigt."), Samples.ANNA);

        assertThat(wire(mail).getContentType()).startsWith("multipart/alternative");
        assertThat(wire(mail).getSubject()).isEqualTo("Ny insikt: Kom i tid, kom tillbaka");
        assertThat(TextBody.of(mail.letter()))
                .contains("Anna Åkesson, Norra skolan", "Vi såg det tidigt.")
                .contains("https://koalition.example/insights/i-1");
    }

    @Test
    void aContactMailSaysWhoWantsWhatAndGivesNoAddress() throws Exception {
        Mail mail = Samples.mails().contact("x-1:0:contact:ben", Samples.match("Hej <b>ni</b>!"), Samples.BEN);

        assertThat(wire(mail).getSubject()).isEqualTo("Norra skolan takes contact about: Handledare & scen");
        assertThat(TextBody.of(mail.letter()))
                .contains("Anna Åkesson, Norra skolan, writes to you about your offer “Handledare & scen”")
                .contains("“Läxhjälp”", "Hej <b>ni</b>!", "you represent Teatern <Ljus>")
                .contains("https://koalition.example/matches/x-1")
                .doesNotContain("anna@skola.example");
        assertThat(HtmlBody.of(mail.letter())).contains("Hej &lt;b&gt;ni").doesNotContain("<b>ni", "<Ljus>");
        assertThat(TextBody.of(Samples.mails()
                        .contact("k", Samples.match(null), Samples.BEN)
                        .letter()))
                .doesNotContain("writes:");
    }

    @Test
    void aSignInMailSaysHowLongItsLinkIsGood() {
        Mail mail = Samples.mails()
                .signIn("anna@skola.example", null, Locale.of("sv", "SE"), "https://koalition.example/sign-in?t=1");

        assertThat(TextBody.of(mail.letter())).contains("10 minuter", "https://koalition.example/sign-in?t=1");
        assertThat(mail).asString().doesNotContain("anna", "t=1");
    }

    @Test
    void noLineBreakInANameOrTitleMakesAHeader() throws Exception {
        Member hostile = Samples.member("eve", "Eve\r\nBcc: everybody@example.org", "sv");

        MimeMessage message = wire(invitation(hostile));

        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
    }
}
