package se.koalition.notification.mails;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import java.time.ZonedDateTime;
import java.util.Objects;
import net.fortuna.ical4j.model.component.Observance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.koalition.notification.directory.Meeting;

/** The calendar part, read by a parser that is not the one that wrote it. */
class MeetingCalendarTests {

    private final MeetingCalendar calendars = new MeetingCalendar(Samples.SETTINGS);

    private CalendarPart part(Meeting meeting) {
        return calendars.part(meeting, Samples.ANNA, Samples.WRITTEN);
    }

    private static ICalendar parsed(CalendarPart part) {
        ICalendar calendar = Objects.requireNonNull(Biweekly.parse(part.text()).first());
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
                .as(() -> calendar.validate(ICalVersion.V2_0).toString())
                .isTrue();
        return calendar;
    }

    private static VEvent event(CalendarPart part) {
        return parsed(part).getEvents().getFirst();
    }

    @Test
    void anInvitationIsARequestWithEverythingACalendarNeeds() {
        CalendarPart part = part(Samples.MEETING);
        ICalendar calendar = parsed(part);
        VEvent event = calendar.getEvents().getFirst();

        assertThat(part.method()).isEqualTo("REQUEST");
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(calendar.getVersion()).isEqualTo(ICalVersion.V2_0);
        assertThat(calendar.getProductId().getValue()).startsWith("-//Koalition//");
        assertThat(event.getUid().getValue()).isEqualTo("m-1@koalition");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(Samples.WRITTEN);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Samples.MEETING.start());
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Samples.MEETING.end());
        assertThat(event.getSummary().getValue()).isEqualTo(Samples.MEETING.title());
        assertThat(event.getDescription().getValue())
                .contains("Ta med ett exempel.", "- Kartan över <avhopp>", "https://koalition.example/meetings/m-1");
        assertThat(event.getLocation().getValue()).isEqualTo(Samples.MEETING.link());
        assertThat(event.getUrl().getValue()).isEqualTo("https://koalition.example/meetings/m-1");
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("koalition@koalition.example");
    }

    @Test
    void theMemberIsTheAttendeeAndNoReplyByCalendarIsAskedFor() {
        Attendee attendee = event(part(Samples.MEETING)).getAttendees().getFirst();

        assertThat(attendee.getEmail()).isEqualTo("anna@skola.example");
        assertThat(attendee.getCommonName()).isEqualTo("Anna Åkesson");
        assertThat(attendee.getParticipationStatus()).isEqualTo(ParticipationStatus.NEEDS_ACTION);
        assertThat(attendee.getRsvp()).isFalse();
        assertThat(part(Samples.MEETING).text()).contains("ROLE=REQ-PARTICIPANT");
    }

    @Test
    void aMoveKeepsTheUidAndRaisesTheSequence() {
        VEvent moved = event(part(Samples.meeting("scheduled", 3, "Europe/Stockholm")));

        assertThat(moved.getUid().getValue()).isEqualTo("m-1@koalition");
        assertThat(moved.getSequence().getValue()).isEqualTo(3);
    }

    @Test
    void aCancellationCancelsTheSameEntry() {
        CalendarPart part = part(Samples.meeting("cancelled", 4, "Europe/Stockholm"));

        assertThat(part.method()).isEqualTo("CANCEL");
        assertThat(parsed(part).getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(event(part).getUid().getValue()).isEqualTo("m-1@koalition");
        assertThat(event(part).getSequence().getValue()).isEqualTo(4);
        assertThat(event(part).getStatus().getValue()).isEqualTo("CANCELLED");
    }

    @Test
    void stockholmIsWrittenOutWithItsRules() {
        assertThat(part(Samples.MEETING).text())
                .contains(
                        "TZID:Europe/Stockholm\r\n",
                        "DTSTART;TZID=Europe/Stockholm:20270114T130000\r\n",
                        "DTEND;TZID=Europe/Stockholm:20270114T143000\r\n",
                        """
                        BEGIN:DAYLIGHT
                        TZOFFSETFROM:+0100
                        TZOFFSETTO:+0200
                        TZNAME:CEST
                        DTSTART:20260329T020000
                        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                        END:DAYLIGHT
                        BEGIN:STANDARD
                        TZOFFSETFROM:+0200
                        TZOFFSETTO:+0100
                        TZNAME:CET
                        DTSTART:20261025T030000
                        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                        END:STANDARD
                        """.replace("\n", "\r\n"));
    }

    /** Under a name that nobody knows, so that the reader has nothing but the rules in the calendar. A week after the
     * middle of each month, for on the very day of a change this reader itself is an hour off. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Stockholm",
                "Europe/Dublin",
                "America/New_York",
                "America/Nuuk",
                "America/Santiago",
                "Australia/Sydney",
                "Asia/Tokyo",
                "UTC"
            })
    void theRulesAloneGiveTheRightTimeInSummerAndWinter(String zone) {
        for (int month = 0; month < 12; month++) {
            Meeting winter = Samples.meeting("scheduled", 0, zone);
            Meeting meeting = new Meeting(
                    winter.id(),
                    winter.coalitionId(),
                    winter.title(),
                    null,
                    winter.start()
                            .atZone(winter.timeZone())
                            .plusMonths(month)
                            .plusDays(7)
                            .toInstant(),
                    winter.end()
                            .atZone(winter.timeZone())
                            .plusMonths(month)
                            .plusDays(7)
                            .toInstant(),
                    winter.timeZone(),
                    null,
                    winter.agenda(),
                    winter.status(),
                    0,
                    winter.invited(),
                    null);
            String text = part(meeting).text().replace(zone, "Unknown/Zone");

            VEvent event = event(new CalendarPart("REQUEST", text));

            assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(meeting.start());
        }
    }

    /** Cairo changes at the end of the last Thursday, which may be in another month: no pattern says that. */
    @Test
    void whatNoPatternSaysIsWrittenOutYearByYear() {
        ZonedDateTime winter = ZonedDateTime.parse("2027-11-20T14:00+02:00[Africa/Cairo]");

        Observance applicable = Objects.requireNonNull(VTimeZones.around(winter).getApplicableObservance(winter));

        assertThat(applicable.getRequiredProperty("DTSTART").getValue()).isEqualTo("20271029T000000");
        assertThat(applicable.getRequiredProperty("TZOFFSETTO").getValue()).isEqualTo("+0200");
    }

    @Test
    void linesAreFoldedAndEndAsTheStandardSays() {
        String text = part(Samples.MEETING).text();

        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void nothingInATitleBreaksOutOfIt() {
        Meeting hostile = new Meeting(
                "m-2",
                "c-1",
                "Hej\r\nATTENDEE:mailto:eve@example.org\\n;,\"",
                null,
                Samples.MEETING.start(),
                Samples.MEETING.end(),
                Samples.MEETING.timeZone(),
                null,
                Samples.MEETING.agenda(),
                "scheduled",
                0,
                Samples.MEETING.invited(),
                null);

        assertThat(event(part(hostile)).getAttendees()).hasSize(1);
    }
}
