package se.koalition.notification.mails;

import java.util.List;
import org.springframework.stereotype.Component;
import se.koalition.notification.directory.Actor;
import se.koalition.notification.directory.Directory;
import se.koalition.notification.directory.Insight;
import se.koalition.notification.directory.Member;

/** What is written about an insight to the members of the other actors. */
@Component
class InsightLetters {

    private final Directory directory;
    private final MailSettings settings;

    InsightLetters(Directory directory, MailSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    Letter letter(Insight insight, Member member) {
        Texts texts = new Texts(member.locale());
        String coalition = directory.coalitionName(insight.coalitionId()).orElse("Koalition");
        String beginning = Excerpt.of(insight.text());
        String page = settings.portalUrl() + "/insights/" + insight.id();
        return new Letter(
                member.locale(),
                texts.get("insight.subject", insight.title()),
                beginning,
                insight.title(),
                List.of(
                        new Letter.Paragraph(texts.get("insight.intro", author(insight, texts), coalition)),
                        new Letter.Paragraph(beginning),
                        new Letter.Choices("", List.of(new Letter.Link(texts.get("insight.open"), page)))),
                texts.get("insight.footer", coalition));
    }

    private String author(Insight insight, Texts texts) {
        String name = directory
                .member(insight.authorId())
                .filter(m -> !m.erased())
                .map(Member::name)
                .orElseGet(() -> texts.get("insight.someone"));
        String actorId = insight.actorId();
        return actorId == null
                ? name
                : directory
                        .actor(actorId)
                        .map(Actor::name)
                        .map(actor -> name + ", " + actor)
                        .orElse(name);
    }
}
