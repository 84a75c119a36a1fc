package se.koalition.actor.coalitions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.koalition.messaging.AggregateType;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.AggregatesFactory;
import se.koalition.messaging.Topics;

@Configuration
class CoalitionAggregates {

    static final AggregateType<Coalition> TYPE =
            new AggregateType<>("coalition", "actor-service", Topics.ACTOR_EVENTS, Coalition.class, CoalitionState::of);

    @Bean
    Aggregates<Coalition> storedCoalitions(AggregatesFactory factory) {
        return factory.of(TYPE);
    }
}
