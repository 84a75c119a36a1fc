package se.koalition.portal.exchange;

import org.jspecify.annotations.Nullable;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Kind;
import se.koalition.portal.readmodel.Posting;

/**
 * A need or an offer with its actor.
 *
 * @param actor null as long as it is not known here
 * @param status open, expired, met or withdrawn, on the board's day
 */
public record Entry(Kind kind, Posting posting, @Nullable Actor actor, String status) {

    public boolean isOpen() {
        return status.equals("open");
    }

    public boolean isOf(@Nullable String actorId) {
        return posting.actorId().equals(actorId);
    }

    public String actorName() {
        return actor == null ? "" : actor.name();
    }

    public String sector() {
        return actor == null ? "" : actor.sector();
    }
}
