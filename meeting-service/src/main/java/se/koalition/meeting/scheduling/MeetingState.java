package se.koalition.meeting.scheduling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A meeting as others know it: {@code contracts/schemas/meeting.state.json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeetingState(
        String id,
        String coalitionId,
        String title,
        @Nullable String purpose,
        Instant start,
        Instant end,
        String timeZone,
        @Nullable String link,
        List<AgendaItemState> agenda,
        String status,
        int revision,
        List<String> invited,
        Instant scheduledAt,
        @Nullable String reason) {

    record AgendaItemState(String title) {}

    static MeetingState of(Meeting m) {
        Meeting.Plan plan = m.plan();
        return new MeetingState(
                m.id(),
                m.coalitionId(),
                plan.title(),
                plan.purpose(),
                plan.slot().start(),
                plan.slot().end(),
                plan.slot().timeZone(),
                plan.link(),
                plan.agenda().stream().map(i -> new AgendaItemState(i.title())).toList(),
                m.status().name().toLowerCase(Locale.ROOT),
                m.revision(),
                m.invited(),
                m.scheduledAt(),
                m.reason());
    }
}
