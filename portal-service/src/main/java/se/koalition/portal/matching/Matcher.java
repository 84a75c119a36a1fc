package se.koalition.portal.matching;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Proposes offers for needs. Texts are compared by the kinds that they are about and by the words and concepts that
 * they share, what is rare counting most (the cosine of their vectors). An offer that is far away, or for others than the need speaks of, counts less; so
 * does, a little, one from the same sector or from an actor whom one knows already.
 */
@Component
public final class Matcher {

    private final Reading reading = new Reading();

    /** Learns when the rush of the start is over, so that nobody has to wait for it; whoever asks earlier does. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(reading::kinds);
    }

    /** For each need its best offers of other actors, best first, other sector first among equals; deterministic. */
    public List<Proposal> propose(Collection<Posting> needs, Collection<Posting> offers, Met met, int most) {
        Scales scales = new Scales(reading);
        scales.calibrate(needs);
        scales.calibrate(offers);
        Offers all = new Offers(scales.weigh(offers));
        return scales.weigh(needs).stream()
                .flatMap(need -> all.best(need, met, most).stream().map(best -> proposal(need, best)))
                .toList();
    }

    private static Proposal proposal(Scales.Weighed need, Offers.Candidate best) {
        return new Proposal(
                need.posting().id(),
                best.offer().posting().id(),
                best.score(),
                Reasons.of(need, best.offer(), best.met()));
    }
}
