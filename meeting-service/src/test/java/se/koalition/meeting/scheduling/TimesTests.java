package se.koalition.meeting.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.koalition.meeting.http.InvalidInput;

/** Times as people write them. */
class TimesTests {

    private static void refused(String start, String end, @Nullable String zone, String message) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Times.slot(start, end, zone))
                .withMessageContaining(message);
    }

    @Test
    void aLocalTimeIsSwedishUnlessAnotherZoneIsNamed() {
        assertThat(Times.slot("2027-02-03T13:00", "2027-02-03T15:00", null))
                .isEqualTo(new Slot(
                        Instant.parse("2027-02-03T12:00:00Z"),
                        Instant.parse("2027-02-03T14:00:00Z"),
                        "Europe/Stockholm"));
        assertThat(Times.slot("2027-02-03T13:00", "2027-02-03T15:00", "Europe/Helsinki")
                        .start())
                .isEqualTo("2027-02-03T11:00:00Z");
    }

    @Test
    void anOffsetCountsWhateverTheZone() {
        Slot slot = Times.slot("2027-07-01T13:00:00.750+02:00", "2027-07-01T12:00:00Z", "Europe/Helsinki");

        assertThat(slot.start()).isEqualTo("2027-07-01T11:00:00Z");
        assertThat(slot.timeZone()).isEqualTo("Europe/Helsinki");
    }

    @Test
    void aMeetingOverTheChangeToSummerTimeIsAsLongAsItIs() {
        Slot slot = Times.slot("2027-03-28T01:00", "2027-03-28T04:00", null);

        assertThat(slot.start()).isEqualTo("2027-03-28T00:00:00Z");
        assertThat(slot.end()).isEqualTo("2027-03-28T02:00:00Z");
    }

    @Test
    void aTimeThatTheClockSkipsIsRefusedWithTheReason() {
        refused(
                "2027-03-28T02:30",
                "2027-03-28T04:00",
                null,
                "start: 2027-03-28T02:30 does not exist in Europe/Stockholm:"
                        + " clocks go from 2027-03-28T02:00 to 2027-03-28T03:00");
    }

    @Test
    void aTimeThatTheClockShowsTwiceIsTheFirst() {
        assertThat(Times.slot("2027-10-31T02:30", "2027-10-31T05:00", null).start())
                .isEqualTo("2027-10-31T00:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2027-02-30T10:00", "2027-02-03", "13:00"})
    void whatIsNoTimeIsRefused(String text) {
        refused(text, "2027-02-03T15:00", null, "start: must be a time such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Skara", "+01:00", "CET+1", ""})
    void anUnknownZoneIsRefused(String zone) {
        refused("2027-02-03T13:00", "2027-02-03T15:00", zone, "timeZone: must be a zone");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-03T13:00, must be after start",
        "2027-02-03T12:59, must be after start",
        "2027-02-04T13:01, must be at most 24 hours after start"
    })
    void theEndComesAfterTheStartAndWithinADay(String end, String message) {
        refused("2027-02-03T13:00", end, null, message);
    }

    @Test
    void aWholeDayIsNotTooLong() {
        assertThat(Times.slot("2027-02-03T13:00", "2027-02-04T13:00", null).end())
                .isEqualTo("2027-02-04T12:00:00Z");
    }
}
