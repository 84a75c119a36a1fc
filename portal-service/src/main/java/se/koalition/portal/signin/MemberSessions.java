package se.koalition.portal.signin;

import java.time.Instant;
import java.util.List;
import org.mongodb.spring.session.MongoIndexedSessionRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.Farewell;

/** Where a member is signed in; nowhere any more once they have left. */
@Component
public class MemberSessions implements Farewell {

    private final ObjectProvider<MongoIndexedSessionRepository> sessions;
    private final LinkTokens tokens;

    MemberSessions(ObjectProvider<MongoIndexedSessionRepository> sessions, LinkTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** One browser. */
    public record Session(Instant since, Instant lastUsed) {}

    public List<Session> of(String memberId) {
        return sessions.getObject().findByPrincipalName(memberId).values().stream()
                .map(session -> new Session(session.getCreationTime(), session.getLastAccessedTime()))
                .toList();
    }

    @Override
    public void to(String memberId) {
        MongoIndexedSessionRepository stored = sessions.getObject();
        stored.findByPrincipalName(memberId).keySet().forEach(stored::deleteById);
        tokens.forget(memberId);
    }
}
