package se.koalition.notification.mails;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class AnswerLinksTests {

    private final AnswerLinks links = new AnswerLinks(Samples.SETTINGS);

    /** Made with openssl: the portal must come to the same. */
    @Test
    void theTokenNamesMeetingMemberAndRevisionAndIsSigned() {
        assertThat(links.token(Samples.MEETING, "anna"))
                .isEqualTo("bS0xOmFubmE6MA.rRFqTr2fkgHlZYQB3gLNzUUxqao-YuEIO9YJHqOY6xs");
    }

    @Test
    void theLinkSaysWhatIsAnswered() {
        String link = links.link(Samples.MEETING, "anna", "maybe");

        assertThat(link).startsWith("https://koalition.example/answers/").endsWith("?answer=maybe");
        String who = link.substring(link.lastIndexOf('/') + 1, link.indexOf('.', link.lastIndexOf('/')));
        assertThat(new String(Base64.getUrlDecoder().decode(who), UTF_8)).isEqualTo("m-1:anna:0");
    }

    @Test
    void anotherMemberOrSecretGivesAnotherSignature() {
        MailSettings other =
                new MailSettings("https://koalition.example", "k@koalition.example", "another long secret");

        assertThat(signature(links.token(Samples.MEETING, "anna")))
                .isNotEqualTo(signature(links.token(Samples.MEETING, "ben")))
                .isNotEqualTo(signature(new AnswerLinks(other).token(Samples.MEETING, "anna")));
    }

    private static String signature(String token) {
        return token.substring(token.indexOf('.') + 1);
    }
}
