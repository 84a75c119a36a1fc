package se.koalition.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * When a coalition meets in the spring after a day: four Thursday afternoons from January to May, two before and two
 * after the change to summer time.
 */
record Spring(int year) {

    private static final LocalTime START = LocalTime.of(13, 0);

    static Spring after(LocalDate today) {
        return new Spring(today.getYear() + 1);
    }

    List<LocalDateTime> meetings() {
        return List.of(
                thursday(Month.JANUARY, -1),
                thursday(Month.MARCH, 1),
                thursday(Month.APRIL, 2),
                thursday(Month.MAY, 3));
    }

    private LocalDateTime thursday(Month month, int ordinal) {
        return LocalDate.of(year, month, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.THURSDAY))
                .atTime(START);
    }
}
