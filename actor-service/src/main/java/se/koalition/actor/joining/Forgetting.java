package se.koalition.actor.joining;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.koalition.actor.members.Applicants;
import se.koalition.messaging.Aggregates;

/**
 * Forgets, every hour, what nobody needs any more of requests to join. The member goes first and the request's text
 * last: as long as that is there, a sweep that was broken off is repeated by the next one.
 */
@Component
class Forgetting implements SmartLifecycle {

    /** What nobody has answered by then counts as declined; the form says so. */
    static final Duration ANSWERED_WITHIN = Duration.ofDays(180);

    /** How long the words of both sides, and a declined applicant's name and address, stay after the answer. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

    private final Aggregates<JoinRequest> requests;
    private final Applicants applicants;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService thread;

    Forgetting(Aggregates<JoinRequest> requests, Applicants applicants, Clock clock) {
        this.requests = requests;
        this.applicants = applicants;
        this.clock = clock;
    }

    void sweep(Instant now) {
        Date unanswered = Date.from(now.minus(ANSWERED_WITHIN));
        requests.findAll(and(exists("state.answer", false), lt("state.receivedAt", unanswered)))
                .forEach(old ->
                        requests.change(old.id(), null, null, r -> r.answer() == null ? r.decline(null, now) : null));
        Date answered = Date.from(now.minus(KEPT));
        requests.findAll(and(exists("state.why"), lt("state.answer.at", answered)))
                .forEach(old -> {
                    forgetApplicant(old.state());
                    requests.change(old.id(), null, null, JoinRequest::forget);
                });
    }

    /** Unless another request of theirs still waits, or was answered not long ago. */
    private void forgetApplicant(JoinRequest request) {
        String memberId = request.memberId();
        JoinRequest.Answer answer = request.answer();
        boolean declined = answer != null && answer.actorId() == null;
        boolean needed = requests.findAll(and(eq("state.memberId", memberId), exists("state.why"))).stream()
                .anyMatch(other -> !other.id().equals(request.id()));
        if (memberId != null && declined && !needed) {
            applicants.forget(memberId);
        }
    }

    private void sweepNow() {
        try {
            sweep(clock.instant());
        } catch (RuntimeException e) {
            log.warn("Requests to join are forgotten later: {}", e.toString());
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("forgetting").factory());
        started.scheduleWithFixedDelay(this::sweepNow, 1, 60, TimeUnit.MINUTES);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
