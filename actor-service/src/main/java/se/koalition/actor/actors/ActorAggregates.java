package se.koalition.actor.actors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.koalition.messaging.AggregateType;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.AggregatesFactory;
import se.koalition.messaging.Topics;

@Configuration
class ActorAggregates {

    @Bean
    Aggregates<Actor> storedActors(AggregatesFactory factory) {
        return factory.of(
                new AggregateType<>("actor", "actor-service", Topics.ACTOR_EVENTS, Actor.class, ActorState::of));
    }
}
