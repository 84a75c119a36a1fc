package se.koalition.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever knows more than the directory waits for it, or is told to come back; they are never told that they may not. */
class ReadYourWritesTests extends RunningService {

    private static void notYetHere(MvcTestResult result) {
        refused(result, 503, "not-yet-here");
        assertThat(result).hasHeader("Retry-After", "1");
    }

    private Request sharing() {
        return post("/api/insights", insight("coalition"));
    }

    @Test
    void aMemberWhomTheDirectoryDoesNotKnowYetIsToldToComeBack() {
        told(ToldEvent.coalition(coalition, 1), ToldEvent.actor(actor, 2, coalition));

        notYetHere(as(anna, sharing()));
        told(ToldEvent.representative(anna, 1, actor));
        assertThat(as(anna, sharing())).hasStatus(201);
    }

    @Test
    void aMemberWhoseActorTheDirectoryDoesNotKnowYetIsToldToComeBack() {
        told(ToldEvent.coalition(coalition, 1), ToldEvent.representative(anna, 1, actor));

        notYetHere(as(anna, sharing()));
        told(ToldEvent.actor(actor, 2, coalition));
        assertThat(as(anna, sharing())).hasStatus(201);
    }

    @Test
    void aMemberWhoWasGivenARoleMeanwhileIsToldToComeBack() {
        told(ToldEvent.coalition(coalition, 1), ToldEvent.coordinator(anna, 1, newId()));

        notYetHere(as(anna, 2, sharing()));
        refused(as(anna, 1, sharing()), 403, "forbidden");
    }

    @Test
    void aMemberOfACoalitionThatTheDirectoryDoesNotKnowYetShares() {
        told(ToldEvent.coordinator(coordinator, 1, coalition));

        assertThat(as(coordinator, sharing())).hasStatus(201);
    }

    @Test
    void whatArrivesWithinAMomentIsWaitedFor() throws Exception {
        told(ToldEvent.actor(actor, 2, coalition));

        var result = CompletableFuture.supplyAsync(() -> as(anna, sharing()));
        told(ToldEvent.representative(anna, 1, actor));

        assertThat(result.get()).hasStatus(201);
    }

    @Test
    void positionsInTheHeaderAreWaitedFor() {
        coalitionOfTwo();
        String here = ToldEvent.actor(actor, 2).position();
        String notHere = ToldEvent.actor(actor, 3).position();

        assertThat(as(anna, sharing().with("X-Sequence", here + ", insight:x:900,meeting:y:7")))
                .hasStatus(201);
        notYetHere(as(anna, sharing().with("X-Sequence", here + "," + notHere)));
        notYetHere(as(anna, sharing().with("X-Sequence", "coalition:" + coalition + ":2")));
    }

    @Test
    void readingWaitsForThemToo() {
        coalitionOfTwo();
        String id = shared("coalition");
        var request = get("/api/insights/" + id);

        assertThat(as(anna, request.with("X-Sequence", "insight:" + id + ":1"))).hasStatusOk();
        notYetHere(as(anna, request.with("X-Sequence", "actor:" + actor + ":3")));
    }

    @Test
    void aTokenThatNamesNoPositionIsNotWaitedFor() {
        coalitionOfTwo();

        assertThat(as(anna, 0, sharing())).hasStatus(201);
        refused(as(newId(), 0, sharing()), 403, "forbidden");
    }

    @Test
    void twentyPositionsAreTaken() {
        coalitionOfTwo();
        String here = ToldEvent.actor(actor, 2).position();

        assertThat(as(anna, sharing().with("X-Sequence", here + ("," + here).repeat(19))))
                .hasStatus(201);
        refused(
                as(anna, sharing().with("X-Sequence", here + ("," + here).repeat(20))),
                "X-Sequence",
                "must be at most 20 positions");
    }

    @Test
    void whatIsNoPositionIsRefused() {
        coalitionOfTwo();

        refused(as(anna, sharing().with("X-Sequence", "yesterday")), "X-Sequence", "must be type:id:sequence");
    }
}
