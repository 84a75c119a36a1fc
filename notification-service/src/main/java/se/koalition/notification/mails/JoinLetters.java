package se.koalition.notification.mails;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.koalition.notification.directory.Directory;
import se.koalition.notification.directory.JoinRequest;
import se.koalition.notification.directory.Member;

/** What is written about a request to join, to those who answer it and to whoever asked. */
@Component
class JoinLetters {

    private final Directory directory;
    private final MailSettings settings;

    JoinLetters(Directory directory, MailSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /** What the applicant wrote stands on the page, where it can be forgotten. */
    Letter asked(JoinRequest request, Member coordinator) {
        Texts texts = new Texts(coordinator.locale());
        String coalition = coalition(request);
        return new Letter(
                coordinator.locale(),
                texts.get("join-asked.subject", request.organisation(), coalition),
                texts.get("join-asked.preview"),
                texts.get("join-asked.heading", request.organisation()),
                List.of(
                        new Letter.Paragraph(
                                texts.get("join-asked.intro", coordinator.name(), request.organisation(), coalition)),
                        link(texts.get("join-asked.open"), page(request) + "/join-requests")),
                texts.get("join-asked.footer", coalition));
    }

    Letter received(JoinRequest request, Member applicant) {
        Texts texts = new Texts(applicant.locale());
        String coalition = coalition(request);
        return new Letter(
                applicant.locale(),
                texts.get("join-received.subject", coalition),
                texts.get("join-received.preview"),
                texts.get("join-received.heading"),
                List.of(
                        new Letter.Paragraph(texts.get("join-received.intro", coalition)),
                        link(texts.get("join.open"), page(request)),
                        new Letter.Paragraph(texts.get("join-received.ignore"))),
                texts.get("join.footer", coalition));
    }

    Letter answered(JoinRequest request, Member applicant) {
        return request.actorId() == null
                ? declined(request, applicant)
                : accepted(request, applicant, nextStep(request.actorId(), applicant));
    }

    /** Whoever has no seat belongs to the coalition as themself: others give the actor's seats. */
    private static String nextStep(String actorId, Member applicant) {
        String theirs = applicant.actorId();
        return theirs == null ? "admitted" : theirs.equals(actorId) ? "seated" : "elsewhere";
    }

    private Letter accepted(JoinRequest request, Member applicant, String nextStep) {
        Texts texts = new Texts(applicant.locale());
        String coalition = coalition(request);
        String intro = texts.get("join-accepted.intro", applicant.name(), request.organisation(), coalition);
        String next = texts.get("join-accepted." + nextStep, request.organisation());
        return new Letter(
                applicant.locale(),
                texts.get("join-accepted.subject", coalition),
                intro,
                texts.get("join-accepted.heading", coalition),
                List.of(
                        new Letter.Paragraph(intro + "\n\n" + next),
                        new Letter.Choices(
                                "",
                                List.of(
                                        new Letter.Link(texts.get("join.open"), page(request)),
                                        new Letter.Link(
                                                texts.get("join-accepted.sign-in"),
                                                settings.portalUrl() + "/sign-in")))),
                texts.get("join.footer", coalition));
    }

    private Letter declined(JoinRequest request, Member applicant) {
        Texts texts = new Texts(applicant.locale());
        String coalition = coalition(request);
        String intro = texts.get("join-declined.intro", applicant.name(), request.organisation(), coalition);
        List<Letter.Block> blocks = new ArrayList<>(List.of(new Letter.Paragraph(intro)));
        if (request.message() != null) {
            blocks.add(new Letter.Detail(texts.get("join-declined.message"), request.message()));
        }
        blocks.add(link(texts.get("join.open"), page(request)));
        if (applicant.applicant() != null) {
            blocks.add(new Letter.Paragraph(texts.get("join-declined.forgotten")));
        }
        return new Letter(
                applicant.locale(),
                texts.get("join-declined.subject", coalition),
                intro,
                texts.get("join-declined.heading"),
                blocks,
                texts.get("join.footer", coalition));
    }

    private static Letter.Choices link(String text, String url) {
        return new Letter.Choices("", List.of(new Letter.Link(text, url)));
    }

    private String coalition(JoinRequest request) {
        return directory.coalitionName(request.coalitionId()).orElse("Koalition");
    }

    private String page(JoinRequest request) {
        return settings.portalUrl() + "/coalitions/" + request.coalitionId();
    }
}
