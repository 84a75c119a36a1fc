package se.koalition.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever knows more than the directory waits for it, or is told to come back; they are never told that they may not. */
class ReadYourWritesTests extends RunningService {

    private static void notYetHere(MvcTestResult result) {
        assertThat(result).hasStatus(503).hasHeader("Retry-After", "1");
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("urn:koalition:problem:not-yet-here");
    }

    @Test
    void aCallerWhomTheDirectoryDoesNotKnowYetIsToldToComeBack() {
        notYetHere(as(coordinator, post("/api/meetings", plan())));
    }

    @Test
    void aCallerWhoWasMadeCoordinatorMeanwhileIsToldToComeBack() {
        told(ToldEvent.coordinator(coordinator, 1, newId()));

        notYetHere(as(coordinator, 2, post("/api/meetings", plan())));
        assertThat(as(coordinator, 1, post("/api/meetings", plan()))).hasStatus(403);
    }

    @Test
    void whatArrivesWithinAMomentIsWaitedFor() throws Exception {
        var result = CompletableFuture.supplyAsync(() -> as(coordinator, post("/api/meetings", plan())));
        told(ToldEvent.coordinator(coordinator, 1, coalition));

        assertThat(result.get()).hasStatus(201);
    }

    @Test
    void positionsInTheHeaderAreWaitedFor() {
        coalitionOfTwo();
        String here = ToldEvent.actor(actor, 2).position();
        String notHere = ToldEvent.actor(actor, 3).position();
        var request = post("/api/meetings", plan());

        assertThat(as(coordinator, request.with("X-Sequence", here + ", insight:x:900,meeting:y:7")))
                .hasStatus(201);
        notYetHere(as(coordinator, request.with("X-Sequence", here + "," + notHere)));
        notYetHere(as(coordinator, request.with("X-Sequence", "coalition:" + coalition + ":1")));
    }

    @Test
    void whatIsNoPositionIsRefused() {
        coalitionOfTwo();

        assertThat(as(coordinator, post("/api/meetings", plan()).with("X-Sequence", "yesterday")))
                .hasStatus(400);
    }
}
