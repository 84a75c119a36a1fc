package se.koalition.portal.joining;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.settings.Settings;

/** Decides which of the strangers' requests are handed in at all, and which are trusted to come from a person. */
@Component
public class Admission {

    private static final Pattern KEY = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LONGEST_EMAIL = 254;

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
     * @param sender from where it comes
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
     * @throws Problem {@code too-many-requests}, or {@code invalid-input} for what is not worth remembering
     */
    public boolean admit(Wish wish) {
        if (!KEY.matcher(wish.key()).matches()) {
            throw Problem.invalid("Idempotency-Key must be a UUID.");
        }
        if (wish.email().length() > LONGEST_EMAIL) {
            throw Problem.invalid("email: must have " + LONGEST_EMAIL + " characters at most");
        }
        boolean solved = challenges.solved(wish.solution(), wish.key());
        Limits limits = solved ? proven : others;
        if (!limits.allow(wish.sender(), wish.coalitionId(), Settings.normalise(wish.email()))) {
            throw Problem.tooMany("Too many requests to join in a short time. Try again in an hour.");
        }
        return solved;
    }
}
