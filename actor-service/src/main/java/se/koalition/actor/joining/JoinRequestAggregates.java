package se.koalition.actor.joining;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.koalition.actor.members.Holding;
import se.koalition.messaging.AggregateType;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.AggregatesFactory;
import se.koalition.messaging.Topics;

@Configuration
class JoinRequestAggregates {

    static final AggregateType<JoinRequest> TYPE = new AggregateType<>(
            "join-request", "actor-service", Topics.ACTOR_EVENTS, JoinRequest.class, JoinRequestState::of);

    @Bean
    Aggregates<JoinRequest> storedJoinRequests(AggregatesFactory factory) {
        return factory.of(TYPE);
    }

    @Bean
    Holding askedToJoin(Aggregates<JoinRequest> requests) {
        return Holding.of("joinRequests", requests, "memberId");
    }
}
