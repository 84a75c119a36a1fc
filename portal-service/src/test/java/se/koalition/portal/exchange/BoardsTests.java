package se.koalition.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.koalition.portal.matching.Matcher;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Kind;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.readmodel.Stamps;

class BoardsTests {

    private static final int VISITORS = 20;

    private final ReadModel model = mock();
    private final Stamps stamps = mock();
    private final Matcher matcher = mock();
    private final Boards boards = new Boards(model, stamps, matcher, Clock.systemUTC());

    @Test
    void manyWhoComeWhileActorsComeShareItsBuilding() throws Exception {
        AtomicLong asked = new AtomicLong();
        CountDownLatch all = new CountDownLatch(1);
        // An import: it has changed whenever somebody looks.
        when(stamps.now("c")).thenAnswer(call -> asked.incrementAndGet());
        when(model.postingsOf(Kind.NEED, "c")).thenAnswer(call -> {
            all.await();
            return List.of();
        });
        try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Board>> got = Stream.generate(
                            () -> visitors.submit(() -> boards.get("c", Reached.NOTHING_AWAITED)))
                    .limit(VISITORS)
                    .toList();
            await().until(() -> asked.get() >= VISITORS);
            all.countDown();
            for (Future<Board> board : got) {
                assertThat(board.get().all(Kind.NEED)).isEmpty();
            }
        }
        verify(model, atMost(2)).postingsOf(Kind.NEED, "c");
    }

    @Test
    void aBoardStaysUntilItsStampRises() {
        when(stamps.now("c")).thenReturn(1L);
        Board first = boards.get("c", Reached.NOTHING_AWAITED);

        assertThat(boards.get("c", Reached.NOTHING_AWAITED)).isSameAs(first);
        assertThat(boards.get("c", new Reached(System.nanoTime(), false)))
                .as("what was awaited may have come since")
                .isNotSameAs(first);
        when(stamps.now("c")).thenReturn(2L);
        Board second = boards.get("c", Reached.NOTHING_AWAITED);
        assertThat(boards.get("c", Reached.NOTHING_AWAITED)).isSameAs(second).isNotSameAs(first);
    }
}
