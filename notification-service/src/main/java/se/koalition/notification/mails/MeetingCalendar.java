package se.koalition.notification.mails;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;
import se.koalition.notification.directory.Meeting;
import se.koalition.notification.directory.Member;

/**
 * A meeting as a calendar entry (RFC 5545) in an invitation or its cancellation (RFC 5546 §3.2.2 and §3.2.5). The UID
 * stays for the meeting's life and SEQUENCE is the schedule's revision, so that calendars move the entry they have.
 */
@Component
class MeetingCalendar {

    private static final ProdId PRODUCT = new ProdId("-//Koalition//notification-service//SV");

    /** The library counts characters where the standard counts octets, so lines are folded afterwards. */
    private static final int UNFOLDED = Integer.MAX_VALUE;

    private final MailSettings settings;

    MeetingCalendar(MailSettings settings) {
        this.settings = settings;
    }

    /** @param stamp when this was written first; the same at every attempt */
    CalendarPart part(Meeting meeting, Member member, Instant stamp) {
        Method method = meeting.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
        ZonedDateTime start = meeting.start().atZone(meeting.timeZone());
        Calendar calendar = new Calendar();
        calendar.add(PRODUCT);
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(method);
        calendar.add(VTimeZones.around(start));
        calendar.add(event(meeting, member, stamp));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(true, UNFOLDED).output(calendar, text);
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory can be written", e);
        }
        return new CalendarPart(method.getValue(), Folding.fold(text.toString()));
    }

    private VEvent event(Meeting meeting, Member member, Instant stamp) {
        // Without the constructor's own stamp and UID.
        VEvent event = new VEvent(false);
        event.add(new Uid(meeting.id() + "@koalition"));
        event.add(new Sequence(meeting.revision()));
        event.add(new DtStamp(stamp));
        event.add(new DtStart<>(meeting.start().atZone(meeting.timeZone())));
        event.add(new DtEnd<>(meeting.end().atZone(meeting.timeZone())));
        event.add(new Summary(meeting.title()));
        event.add(new Description(description(meeting)));
        event.add(new Url(URI.create(page(meeting))));
        if (meeting.link() != null) {
            event.add(new Location(meeting.link()));
        }
        event.add(new Organizer(mailto(settings.mailFrom()))
                .withParameter(new Cn("Koalition"))
                .getFluentTarget());
        event.add(attendee(member));
        Status status = meeting.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
        event.add(status);
        return event;
    }

    /** RSVP is false because replies by calendar are not read; the mail has links to answer by. */
    private static Attendee attendee(Member member) {
        Attendee attendee = new Attendee(mailto(member.email()));
        attendee.add(new Cn(member.name().replace('"', '\'')));
        attendee.add(CuType.INDIVIDUAL);
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(PartStat.NEEDS_ACTION);
        attendee.add(Rsvp.FALSE);
        return attendee;
    }

    private String description(Meeting meeting) {
        String purpose = meeting.purpose() == null ? "" : meeting.purpose() + "\n\n";
        String agenda = meeting.agenda().stream()
                .map(item -> "- " + item.title() + "\n")
                .collect(Collectors.joining());
        return purpose + agenda + (agenda.isEmpty() ? "" : "\n") + page(meeting);
    }

    private String page(Meeting meeting) {
        return settings.portalUrl() + "/meetings/" + meeting.id();
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not an address", e);
        }
    }
}
