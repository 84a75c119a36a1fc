package se.koalition.actor.members;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.koalition.messaging.AggregateType;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.AggregatesFactory;
import se.koalition.messaging.Topics;

@Configuration
class MemberAggregates {

    @Bean
    Aggregates<Member> storedMembers(AggregatesFactory factory) {
        return factory.of(
                new AggregateType<>("member", "actor-service", Topics.ACTOR_EVENTS, Member.class, MemberState::of));
    }
}
