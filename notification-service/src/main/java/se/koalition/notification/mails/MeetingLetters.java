package se.koalition.notification.mails;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.notification.directory.Directory;
import se.koalition.notification.directory.Meeting;
import se.koalition.notification.directory.Member;

/** What is written about a meeting to one of those invited. */
@Component
class MeetingLetters {

    private final Directory directory;
    private final AnswerLinks answers;
    private final MailSettings settings;

    MeetingLetters(Directory directory, AnswerLinks answers, MailSettings settings) {
        this.directory = directory;
        this.answers = answers;
        this.settings = settings;
    }

    /** @param occasion what the texts' keys begin with: invitation, moved or cancelled */
    Letter letter(String occasion, Meeting meeting, Member member) {
        Texts texts = new Texts(member.locale());
        Times times = new Times(texts);
        String coalition = directory.coalitionName(meeting.coalitionId()).orElse("Koalition");
        String intro = texts.get(occasion + ".intro", member.name(), coalition);
        List<Letter.Block> blocks = new ArrayList<>();
        blocks.add(new Letter.Paragraph(intro));
        blocks.add(new Letter.Detail(texts.get("meeting.when"), times.inFull(meeting)));
        if (meeting.cancelled()) {
            detail(texts.get("meeting.reason"), meeting.reason()).ifPresent(blocks::add);
        } else {
            blocks.addAll(programme(meeting, member, texts));
        }
        blocks.add(new Letter.Choices("", List.of(new Letter.Link(texts.get("meeting.open"), page(meeting)))));
        return new Letter(
                member.locale(),
                texts.get(occasion + ".subject", meeting.title(), times.inShort(meeting)),
                times.inFull(meeting),
                texts.get(occasion + ".heading", meeting.title()),
                blocks,
                texts.get("meeting.footer", coalition));
    }

    private List<Letter.Block> programme(Meeting meeting, Member member, Texts texts) {
        List<String> items =
                meeting.agenda().stream().map(Meeting.AgendaItem::title).toList();
        List<Letter.Link> choices = Stream.of("yes", "no", "maybe")
                .map(answer ->
                        new Letter.Link(texts.get("answer." + answer), answers.link(meeting, member.id(), answer)))
                .toList();
        List<Letter.Block> blocks = new ArrayList<>();
        detail(texts.get("meeting.where"), meeting.link()).ifPresent(blocks::add);
        Optional.ofNullable(meeting.purpose()).map(Letter.Paragraph::new).ifPresent(blocks::add);
        if (!items.isEmpty()) {
            blocks.add(new Letter.Listing(texts.get("meeting.agenda"), items));
        }
        blocks.add(new Letter.Choices(texts.get("meeting.question"), choices));
        return blocks;
    }

    private static Optional<Letter.Block> detail(String label, @Nullable String text) {
        return Optional.ofNullable(text).map(known -> new Letter.Detail(label, known));
    }

    String page(Meeting meeting) {
        return settings.portalUrl() + "/meetings/" + meeting.id();
    }
}
