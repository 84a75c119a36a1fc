package se.koalition.notification.mails;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.notification.directory.Insight;
import se.koalition.notification.directory.JoinRequest;
import se.koalition.notification.directory.Match;
import se.koalition.notification.directory.Meeting;
import se.koalition.notification.directory.Member;

/** Writes the mails that there are, each in its reader's language. */
@Component
public class Mails {

    private final MeetingLetters meetings;
    private final InsightLetters insights;
    private final WelcomeLetters welcomes;
    private final JoinLetters joining;
    private final ContactLetters contacts;
    private final MeetingCalendar calendars;

    Mails(
            MeetingLetters meetings,
            InsightLetters insights,
            WelcomeLetters welcomes,
            JoinLetters joining,
            ContactLetters contacts,
            MeetingCalendar calendars) {
        this.welcomes = welcomes;
        this.meetings = meetings;
        this.insights = insights;
        this.joining = joining;
        this.contacts = contacts;
        this.calendars = calendars;
    }

    /**
     * An invitation, or, to those who have one, what has become of it.
     *
     * @param invited whether they were mailed an invitation to an earlier revision
     */
    public Mail meeting(String key, Instant written, Meeting meeting, Member member, boolean invited) {
        String occasion = meeting.cancelled() ? "cancelled" : invited ? "moved" : "invitation";
        Letter letter = meetings.letter(occasion, meeting, member);
        return mail(key, member, letter, calendars.part(meeting, member, written));
    }

    public Mail insight(String key, Insight insight, Member member) {
        return mail(key, member, insights.letter(insight, member), null);
    }

    /** To a new member; to a successor, with what they need to take over. */
    public Mail welcome(String key, Member member) {
        return mail(key, member, welcomes.letter(member), null);
    }

    public Mail joinAsked(String key, JoinRequest request, Member coordinator) {
        return mail(key, coordinator, joining.asked(request, coordinator), null);
    }

    /** Says nothing in the sender's own words, not even a name: the address may be anybody's. */
    public Mail joinReceived(String key, JoinRequest request, Member applicant) {
        return new Mail(key, applicant.email(), "", joining.received(request, applicant), null);
    }

    public Mail joinAnswered(String key, JoinRequest request, Member applicant) {
        return mail(key, applicant, joining.answered(request, applicant), null);
    }

    public Mail contact(String key, Match match, Member member) {
        return mail(key, member, contacts.letter(match, member), null);
    }

    /** The mail with a link that signs its reader in; the link must appear nowhere else. */
    public Mail signIn(String email, @Nullable String name, Locale language, String link) {
        Texts texts = new Texts(language);
        String greeting = name == null ? texts.get("signin.hello") : texts.get("signin.hello.name", name);
        Letter letter = new Letter(
                language,
                texts.get("signin.subject"),
                texts.get("signin.intro"),
                texts.get("signin.heading"),
                List.of(
                        new Letter.Paragraph(greeting + "\n\n" + texts.get("signin.intro")),
                        new Letter.Choices("", List.of(new Letter.Link(texts.get("signin.open"), link))),
                        new Letter.Paragraph(texts.get("signin.ignore"))),
                texts.get("signin.footer"));
        return new Mail(UUID.randomUUID().toString(), email, name == null ? "" : name, letter, null);
    }

    private static Mail mail(String key, Member member, Letter letter, @Nullable CalendarPart calendar) {
        return new Mail(key, member.email(), member.name(), letter, calendar);
    }
}
