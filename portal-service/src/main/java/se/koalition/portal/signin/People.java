package se.koalition.portal.signin;

import java.util.Optional;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.settings.Settings;

/** Who can sign in: members, and the operators that the settings name. The session holds no more than who it is. */
@Component
class People implements UserDetailsService {

    private final ReadModel model;
    private final Settings settings;

    People(ReadModel model, Settings settings) {
        this.model = model;
        this.settings = settings;
    }

    /**
     * One who can sign in.
     *
     * @param principal a member's id, or an operator's address
     */
    record Person(String principal, String email, String name, String language) {}

    Optional<Person> byEmail(String given) {
        String email = Settings.normalise(given);
        return model.memberByEmail(email)
                .filter(Member::present)
                .map(m -> new Person(m.id(), m.email(), m.name(), m.language()))
                .or(() -> settings.isOperator(email)
                        ? Optional.of(new Person(email, email, email, "sv"))
                        : Optional.empty());
    }

    @Override
    public UserDetails loadUserByUsername(String principal) {
        if (model.member(principal).filter(Member::present).isEmpty() && !settings.isOperator(principal)) {
            throw new UsernameNotFoundException("Not known any more");
        }
        return new User(principal, "", AuthorityUtils.NO_AUTHORITIES);
    }
}
