package se.koalition.actor.imports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.koalition.messaging.AggregateType;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.AggregatesFactory;
import se.koalition.messaging.Topics;

@Configuration
class ImportAggregates {

    @Bean
    Aggregates<ActorsImport> storedImports(AggregatesFactory factory) {
        return factory.of(new AggregateType<>(
                "actors-import", "actor-service", Topics.ACTOR_EVENTS, ActorsImport.class, ImportState::of));
    }
}
