package se.koalition.insight.sharing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.koalition.messaging.AggregateType;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.AggregatesFactory;
import se.koalition.messaging.Topics;

@Configuration
class InsightAggregates {

    @Bean
    Aggregates<Insight> insights(AggregatesFactory factory) {
        return factory.of(new AggregateType<>(
                "insight", "insight-service", Topics.INSIGHT_EVENTS, Insight.class, InsightState::of));
    }
}
