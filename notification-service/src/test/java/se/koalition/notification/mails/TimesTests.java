package se.koalition.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.koalition.notification.directory.Meeting;

class TimesTests {

    private final Times swedish = new Times(new Texts(Samples.ANNA.locale()));
    private final Times english = new Times(new Texts(Samples.BEN.locale()));

    @Test
    void shortForASubject() {
        assertThat(swedish.inShort(Samples.MEETING)).isEqualTo("tors 14 jan kl. 13.00");
        assertThat(english.inShort(Samples.MEETING)).isEqualTo("Thu 14 Jan at 13:00");
    }

    @Test
    void inFullWithTheZone() {
        assertThat(swedish.inFull(Samples.MEETING)).isEqualTo("torsdag 14 januari 2027 kl. 13.00–14.30 (svensk tid)");
        assertThat(english.inFull(Samples.MEETING)).isEqualTo("Thursday 14 January 2027 at 13:00–14:30 (Swedish time)");
    }

    @Test
    void anotherZoneIsNamed() {
        Meeting finnish = Samples.meeting("scheduled", 0, "Europe/Helsinki");

        assertThat(swedish.inFull(finnish)).isEqualTo("torsdag 14 januari 2027 kl. 14.00–15.30 (östeuropeisk tid)");
        assertThat(english.inFull(finnish)).endsWith("14:00–15:30 (Eastern European Time)");
    }

    @Test
    void aMeetingPastMidnightNamesBothDays() {
        Meeting meeting = Samples.MEETING;
        Meeting night = new Meeting(
                meeting.id(),
                meeting.coalitionId(),
                meeting.title(),
                null,
                meeting.start(),
                meeting.start().plus(Duration.ofHours(12)),
                meeting.timeZone(),
                null,
                meeting.agenda(),
                meeting.status(),
                0,
                meeting.invited(),
                null);

        assertThat(swedish.inFull(night))
                .isEqualTo("torsdag 14 januari 2027 kl. 13.00 – fredag 15 januari 2027 kl. 01.00 (svensk tid)");
    }
}
