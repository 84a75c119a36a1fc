package se.koalition.insight.directory;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.koalition.insight.http.NotYetHere;
import se.koalition.messaging.Event;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Replicas;

/** Replicas of members, actors and coalitions, just as far as rights need them. */
@Configuration
public class Directory {

    private static final String MEMBER = "member";
    private static final String ACTOR = "actor";
    private static final String COALITION = "coalition";

    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Replicas replicas;

    Directory(Replicas replicas) {
        this.replicas = replicas;
    }

    /** A person who may act for an actor, or coordinates coalitions. */
    public record Member(@Nullable String actorId, List<Role> roles) {
        public Member {
            roles = Objects.requireNonNullElse(roles, List.of());
        }
    }

    public record Role(String coalitionId, String role) {}

    record Actor(List<Participation> participations) {
        Actor {
            participations = Objects.requireNonNullElse(participations, List.of());
        }
    }

    record Participation(String coalitionId) {}

    /** @param phase as its owner calls it; a phase that is not known here lets insights be shared */
    record Coalition(String name, @Nullable String phase) {}

    @Bean
    Consumer<Message<byte[]>> actorEvents() {
        return message -> on(Event.read(message));
    }

    void on(Event event) {
        switch (event.id().aggregateType()) {
            case MEMBER -> take(event, event.state(Member.class));
            case ACTOR -> take(event, event.state(Actor.class));
            case COALITION -> take(event, event.state(Coalition.class));
            default -> {
                // Imports are nobody's business here.
            }
        }
    }

    private void take(Event event, Object part) {
        String type = event.id().aggregateType();
        replicas.take(collection(type), event.id().aggregateId(), type, event, part);
    }

    public Optional<Member> member(String id) {
        return replicas.find(collection(MEMBER), id, MEMBER, Member.class);
    }

    public boolean hasCoalition(String id) {
        return replicas.find(collection(COALITION), id, COALITION, Coalition.class)
                .isPresent();
    }

    /** Whether nothing begins in the coalition any more; not, as far as is known of one that has not been told of. */
    public boolean concluded(String id) {
        return replicas.find(collection(COALITION), id, COALITION, Coalition.class)
                .filter(coalition -> "concluded".equals(coalition.phase()))
                .isPresent();
    }

    /**
     * Whether the member belongs to the coalition: by a role of their own or by their actor.
     *
     * @throws NotYetHere if nothing was told of the actor yet, although the member was
     */
    public boolean belongs(Member member, String coalitionId) {
        if (member.roles().stream().anyMatch(role -> role.coalitionId().equals(coalitionId))) {
            return true;
        }
        return Optional.ofNullable(member.actorId()).map(this::actor).stream()
                .flatMap(actor -> actor.participations().stream())
                .anyMatch(p -> p.coalitionId().equals(coalitionId));
    }

    private Actor actor(String id) {
        if (!await(new EventId(ACTOR, id, 1), PATIENCE)) {
            throw new NotYetHere();
        }
        return replicas.find(collection(ACTOR), id, ACTOR, Actor.class).orElseThrow();
    }

    /** Waits until this position, if it is one of the directory's, is here; whether it is. */
    public boolean await(EventId position, Duration atMost) {
        String type = position.aggregateType();
        return !List.of(MEMBER, ACTOR, COALITION).contains(type)
                || replicas.await(collection(type), position.aggregateId(), type, position.sequence(), atMost);
    }

    private static String collection(String type) {
        return "directory_" + type;
    }
}
