package se.koalition.meeting.scheduling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.meeting.directory.Directory;
import se.koalition.meeting.directory.Rights;
import se.koalition.meeting.http.Answers;
import se.koalition.meeting.http.Caller;
import se.koalition.meeting.http.IfMatch;
import se.koalition.messaging.Aggregates;

/** Scheduling, moving and cancelling meetings. */
@RestController
@RequestMapping("/api/meetings")
class MeetingController {

    private final Aggregates<Meeting> meetings;
    private final Directory directory;
    private final Rights rights;
    private final Clock clock;

    MeetingController(Aggregates<Meeting> meetings, Directory directory, Rights rights, Clock clock) {
        this.meetings = meetings;
        this.directory = directory;
        this.rights = rights;
        this.clock = clock;
    }

    record Rescheduling(
            @NotBlank @Size(max = 64) String start,
            @NotBlank @Size(max = 64) String end,
            @Nullable @Size(max = 64) String timeZone) {}

    record Cancellation(
            @Nullable @Size(max = 1000) @Pattern(regexp = Scheduling.LINES, message = Scheduling.MUST_BE_LINES) String reason) {}

    @PostMapping
    ResponseEntity<Map<String, String>> schedule(
            @Valid @RequestBody Scheduling scheduling,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        String id = Answers.newId(key);
        Meeting.Plan plan = scheduling.plan();
        rights.requireCoordinator(caller, scheduling.coalitionId());
        rights.requireOpen(scheduling.coalitionId());
        var scheduled = Meeting.schedule(
                id, scheduling.coalitionId(), plan, directory.members(scheduling.coalitionId()), clock.instant());
        var stored = meetings.create(id, caller.id(), caller.digest(scheduling), scheduled);
        return Answers.created(HttpStatus.CREATED, "/api/meetings/" + id, stored.position());
    }

    @PostMapping("/{id}/rescheduling")
    ResponseEntity<Void> reschedule(
            @PathVariable String id,
            @Valid @RequestBody Rescheduling rescheduling,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Jwt token) {
        Long expected = IfMatch.required(ifMatch);
        Slot to = Times.slot(rescheduling.start(), rescheduling.end(), rescheduling.timeZone());
        Caller caller = coordinator(token, id);
        rights.requireOpen(meetings.get(id).state().coalitionId());
        var stored = meetings.change(id, expected, caller.id(), m -> m.reschedule(to, clock.instant()));
        return Answers.changed(stored.position());
    }

    @PostMapping("/{id}/cancellation")
    ResponseEntity<Void> cancel(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable Cancellation cancellation,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Jwt token) {
        Long expected = IfMatch.optional(ifMatch);
        String reason = cancellation == null ? null : cancellation.reason();
        Caller caller = coordinator(token, id);
        var stored = meetings.change(id, expected, caller.id(), m -> m.cancel(reason, clock.instant()));
        return Answers.changed(stored.position());
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> get(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        var stored = meetings.get(id);
        rights.requireMember(Caller.of(token), stored.state().coalitionId());
        return Answers.state(stored, MeetingState.of(stored.state()));
    }

    /** The caller, if they may change this meeting. */
    private Caller coordinator(Jwt token, String meetingId) {
        Caller caller = Caller.of(token);
        rights.requireCoordinator(caller, meetings.get(meetingId).state().coalitionId());
        return caller;
    }
}
