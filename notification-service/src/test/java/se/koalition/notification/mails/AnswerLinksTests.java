package se.koalition.notification.mails;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class AnswerLinksTests {

    private final AnswerLinks links = new AnswerLinks(Samples.SETTINGS);

    /** Made with openssl: the portal must come to the same. */
    @Test
    void theTokenNamesMeetingAndMemberAndIsSigned() {
        assertThat(links.token("m-1", "anna")).isEqualTo("bS0xOmFubmE.xKXKNCyygm1z-4JbgLS3ITOETUVQSsMPShYyRlaiTCE");
    }

    @Test
    void theLinkSaysWhatIsAnswered() {
        String link = links.link("m-1", "anna", "maybe");

        assertThat(link).startsWith("https://koalition.example/answers/").endsWith("?answer=maybe");
        String who = link.substring(link.lastIndexOf('/') + 1, link.indexOf('.', link.lastIndexOf('/')));
        assertThat(new String(Base64.getUrlDecoder().decode(who), UTF_8)).isEqualTo("m-1:anna");
    }

    @Test
    void anotherMemberOrSecretGivesAnotherSignature() {
        MailSettings other =
                new MailSettings("https://koalition.example", "k@koalition.example", "another long secret");

        assertThat(signature(links.token("m-1", "anna")))
                .isNotEqualTo(signature(links.token("m-1", "ben")))
                .isNotEqualTo(signature(new AnswerLinks(other).token("m-1", "anna")));
    }

    private static String signature(String token) {
        return token.substring(token.indexOf('.') + 1);
    }
}
