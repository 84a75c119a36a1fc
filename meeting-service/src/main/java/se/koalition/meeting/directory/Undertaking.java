package se.koalition.meeting.directory;

import org.jspecify.annotations.Nullable;

/**
 * What this service needs to know of a coalition.
 *
 * @param phase as its owner calls it; a phase that is not known here lets meetings be planned
 */
record Undertaking(@Nullable String phase) {

    boolean concluded() {
        return "concluded".equals(phase);
    }
}
