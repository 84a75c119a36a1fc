package se.koalition.portal.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.settings.Settings;

/** Finds out who calls, from a bearer token or from a browser's session; rights are read anew each time. */
@Component
public class Callers {

    private final ReadModel model;
    private final Settings settings;

    Callers(ReadModel model, Settings settings) {
        this.model = model;
        this.settings = settings;
    }

    /** The id alone, for reads that decide by it. */
    public @Nullable String id(@Nullable Authentication authentication) {
        return authentication == null ? null : authentication.getName();
    }

    /** Empty for a visitor, and for one who is known no more. */
    public Optional<Caller> of(@Nullable Authentication authentication) {
        if (authentication == null) {
            return Optional.empty();
        }
        if (authentication.getPrincipal() instanceof Jwt token) {
            return Optional.of(ofToken(token, authentication.getName()));
        }
        return ofSession(authentication.getName());
    }

    /** The token may know more of the member than this replica does yet. */
    private Caller ofToken(Jwt token, String id) {
        long known = model.member(id).map(Member::sequence).orElse(0L);
        Number told = token.getClaim("member_sequence");
        boolean operator = Boolean.TRUE.equals(token.<@Nullable Boolean>getClaim("operator"));
        return new Caller(id, operator, Math.max(known, told == null ? 0 : told.longValue()));
    }

    /** @param name a member's id, or an operator's address */
    private Optional<Caller> ofSession(String name) {
        return settings.isOperator(name)
                ? Optional.of(new Caller(Caller.operatorId(name), true, 0))
                : model.member(name).filter(Member::present).map(this::of);
    }

    /** A known address. */
    public Optional<Caller> byEmail(String email) {
        String normal = Settings.normalise(email);
        return model.memberByEmail(normal)
                .filter(Member::present)
                .map(this::of)
                .or(() -> settings.isOperator(normal)
                        ? Optional.of(new Caller(Caller.operatorId(normal), true, 0))
                        : Optional.empty());
    }

    private Caller of(Member member) {
        return new Caller(member.id(), settings.isOperator(member.email()), member.sequence());
    }
}
