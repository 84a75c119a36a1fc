package se.koalition.portal.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.Rights;

/** Who of the callers is inside a coalition. */
@Component
public class Viewers {

    private final Rights rights;

    Viewers(Rights rights) {
        this.rights = rights;
    }

    /** The caller's member id if they belong to the coalition, else null. */
    public @Nullable String memberOf(String coalitionId, @Nullable Authentication caller) {
        return caller == null
                ? null
                : rights.of(caller.getName())
                        .filter(standing -> standing.belongsTo().contains(coalitionId))
                        .map(standing -> standing.member().id())
                        .orElse(null);
    }

    /** Empty for visitors, and for operators who are no members. */
    public Optional<Rights.Standing> standing(@Nullable Authentication caller) {
        return Optional.ofNullable(caller).flatMap(known -> rights.of(known.getName()));
    }
}
