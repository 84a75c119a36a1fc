package se.koalition.portal.joining;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.settings.Settings;

/** Decides which of the strangers' requests are handed in at all, and which are trusted to come from a person. */
@Component
public class Admission {

    private final Challenges challenges;
    private final Limits proven = new Limits(20, 100);
    private final Limits others = new Limits(5, 20);

    Admission(Challenges challenges) {
        this.challenges = challenges;
    }

    /**
     * A wish to hand a request in.
     *
     * @param key the request's own, by which it may be sent again
     * @param sender the network address
     * @param solution of a challenge, as ALTCHA writes it
     */
    public record Wish(
            String key,
            String coalitionId,
            String sender,
            String email,
            @Nullable String solution) {}

    /**
     * Whether the sender has done the work.
     *
     * @throws Problem {@code too-many-requests}
     */
    public boolean admit(Wish wish) {
        boolean solved = challenges.solved(wish.solution(), wish.key());
        Limits limits = solved ? proven : others;
        if (!limits.allow(wish.sender(), wish.coalitionId(), Settings.normalise(wish.email()))) {
            throw Problem.tooMany("Too many requests to join in a short time. Try again in an hour.");
        }
        return solved;
    }
}
