package se.koalition.load;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What one client was answered; refusals that are part of the contract are counted apart. */
final class Tally {

    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    final Samples accepted = new Samples();
    long conflicts;
    long unavailable;
    long others;

    @Nullable String firstOther;

    void answered(int status, byte[] body, long took) {
        if (status >= 200 && status < 300) {
            accepted.add(took);
        } else if (status == CONFLICT) {
            conflicts++;
        } else if (status == UNAVAILABLE) {
            unavailable++;
        } else {
            other(status + " " + new String(body, StandardCharsets.UTF_8));
        }
    }

    void other(String what) {
        others++;
        if (firstOther == null) {
            firstOther = what;
        }
    }

    void addAll(Tally more) {
        accepted.addAll(more.accepted);
        conflicts += more.conflicts;
        unavailable += more.unavailable;
        others += more.others;
        if (firstOther == null) {
            firstOther = more.firstOther;
        }
    }
}
