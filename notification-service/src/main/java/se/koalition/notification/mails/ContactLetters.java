package se.koalition.notification.mails;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.koalition.notification.directory.Actor;
import se.koalition.notification.directory.Directory;
import se.koalition.notification.directory.Match;
import se.koalition.notification.directory.Member;

/** What is written to the members of an actor with which another one takes contact; without anybody's address. */
@Component
class ContactLetters {

    private final Directory directory;
    private final MailSettings settings;

    ContactLetters(Directory directory, MailSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    Letter letter(Match match, Member member) {
        Texts texts = new Texts(member.locale());
        String coalition = directory.coalitionName(match.coalitionId()).orElse("Koalition");
        String actor = actor(match.contactingActorId(), texts);
        String person =
                directory.member(match.contactedBy()).map(Member::name).orElseGet(() -> texts.get("insight.someone"));
        String need = directory.needTitle(match.needId()).orElse("");
        String offer = directory.offerTitle(match.offerId()).orElse("");
        String occasion = match.needWasContacted() ? "need" : "offer";
        String intro = texts.get("contact.intro." + occasion, member.name(), person, actor, need, offer, coalition);
        List<Letter.Block> blocks = new ArrayList<>(List.of(new Letter.Paragraph(intro)));
        if (match.message() != null) {
            blocks.add(new Letter.Paragraph(texts.get("contact.message", person)));
            blocks.add(new Letter.Paragraph(match.message()));
        }
        String page = settings.portalUrl() + "/matches/" + match.id();
        blocks.add(new Letter.Choices("", List.of(new Letter.Link(texts.get("contact.open"), page))));
        blocks.add(new Letter.Paragraph(texts.get("contact.next")));
        return new Letter(
                member.locale(),
                texts.get("contact.subject", actor, match.needWasContacted() ? need : offer),
                match.message() == null ? intro : match.message(),
                texts.get("contact.heading", actor),
                blocks,
                texts.get("contact.footer", actor(match.contactedActorId(), texts), coalition));
    }

    private String actor(String id, Texts texts) {
        return directory.actor(id).map(Actor::name).orElseGet(() -> texts.get("contact.some-actor"));
    }
}
