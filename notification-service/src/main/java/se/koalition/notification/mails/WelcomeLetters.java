package se.koalition.notification.mails;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.koalition.notification.directory.Actor;
import se.koalition.notification.directory.Coalition;
import se.koalition.notification.directory.Directory;
import se.koalition.notification.directory.Insight;
import se.koalition.notification.directory.Meeting;
import se.koalition.notification.directory.Member;

/**
 * What is written to a new member: who invited them, for whom, what it is about, how to come in and how to say no. A
 * successor gets a brief as well, made of what the coalition has done and is about to do.
 */
@Component
class WelcomeLetters {

    private static final int MOST = 5;

    private final Directory directory;
    private final MailSettings settings;
    private final Clock clock;

    WelcomeLetters(Directory directory, MailSettings settings, Clock clock) {
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    Letter letter(Member member) {
        Texts texts = new Texts(member.locale());
        List<Coalition> coalitions = directory.coalitionsOf(member);
        String names = coalitions.stream().map(Coalition::name).collect(Collectors.joining(", "));
        String intro = task(member, names, texts);
        List<Letter.Block> blocks = new ArrayList<>();
        blocks.add(new Letter.Paragraph(texts.get("welcome.hello", member.name()) + "\n\n" + intro));
        coalitions.forEach(coalition -> blocks.addAll(brief(coalition, coalitions.size() > 1, member, texts)));
        blocks.add(new Letter.Paragraph(texts.get("welcome.sign-in")));
        blocks.add(new Letter.Choices("", links(coalitions, texts)));
        blocks.add(new Letter.Paragraph(texts.get("welcome.decline")));
        return new Letter(
                member.locale(),
                texts.get("welcome.subject", names),
                intro,
                texts.get("welcome.heading", names),
                blocks,
                texts.get("welcome.footer", names));
    }

    private String task(Member member, String coalitions, Texts texts) {
        String actor = Optional.ofNullable(member.actorId())
                .flatMap(directory::actor)
                .map(Actor::name)
                .orElse("");
        String task = actor.isEmpty() ? "coordinator" : member.deputises() ? "deputy" : "seat";
        String what = texts.get("welcome." + task, actor, coalitions);
        String predecessor = member.successorOf() == null
                ? ""
                : name(member.successorOf())
                        .map(p -> " " + texts.get("welcome.after", p))
                        .orElse("");
        String inviter = member.invitedBy()
                .filter(by -> !by.equals(member.successorOf()))
                .flatMap(this::name)
                .map(by -> " " + texts.get("welcome.by", by))
                .orElse("");
        return what + predecessor + inviter;
    }

    private Optional<String> name(String memberId) {
        return directory.member(memberId).filter(m -> !m.erased()).map(Member::name);
    }

    private List<Letter.Block> brief(Coalition coalition, boolean oneOfMany, Member member, Texts texts) {
        boolean successor = member.successorOf() != null;
        Instant now = clock.instant();
        List<Meeting> meetings = directory.meetingsIn(coalition.id()).stream()
                .filter(meeting -> !meeting.cancelled())
                .sorted(Comparator.comparing(Meeting::start))
                .toList();
        List<Letter.Block> blocks = new ArrayList<>();
        String about = oneOfMany ? texts.get("welcome.about-this", coalition.name()) : texts.get("welcome.about");
        Optional.ofNullable(coalition.challenge()).ifPresent(text -> blocks.add(new Letter.Detail(about, text)));
        if (successor) {
            Optional.ofNullable(coalition.background())
                    .ifPresent(text -> blocks.add(new Letter.Paragraph(Excerpt.of(text))));
            List<String> past =
                    lines(meetings.stream().filter(m -> m.over(now)).toList().reversed(), texts);
            listing(texts.get("welcome.past"), past).ifPresent(blocks::add);
        }
        List<String> coming = lines(meetings.stream().filter(m -> !m.over(now)).toList(), texts);
        listing(texts.get("welcome.coming"), coming).ifPresent(blocks::add);
        if (successor) {
            listing(texts.get("welcome.insights"), insights(coalition)).ifPresent(blocks::add);
        }
        return blocks;
    }

    private static List<String> lines(List<Meeting> meetings, Texts texts) {
        Times times = new Times(texts);
        return meetings.stream()
                .limit(MOST)
                .map(meeting -> meeting.title() + ", " + times.inShort(meeting))
                .toList();
    }

    private List<String> insights(Coalition coalition) {
        return directory.insightsIn(List.of(coalition.id())).stream()
                .sorted(Comparator.comparing(Insight::sharedAt).reversed())
                .limit(MOST)
                .map(Insight::title)
                .toList();
    }

    private static Optional<Letter.Block> listing(String label, List<String> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(new Letter.Listing(label, items));
    }

    private List<Letter.Link> links(List<Coalition> coalitions, Texts texts) {
        List<Letter.Link> links = new ArrayList<>();
        links.add(new Letter.Link(texts.get("welcome.open"), settings.portalUrl() + "/sign-in"));
        coalitions.stream()
                .limit(1)
                .forEach(c -> links.add(
                        new Letter.Link(texts.get("welcome.read"), settings.portalUrl() + "/coalitions/" + c.id())));
        links.add(new Letter.Link(texts.get("welcome.me"), settings.portalUrl() + "/me"));
        return links;
    }
}
