package se.koalition.meeting.participation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.koalition.messaging.AggregateType;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.AggregatesFactory;
import se.koalition.messaging.Topics;

@Configuration
class AnswerAggregates {

    @Bean
    Aggregates<Answer> storedAnswers(AggregatesFactory factory) {
        return factory.of(
                new AggregateType<>("answer", "meeting-service", Topics.MEETING_EVENTS, Answer.class, AnswerState::of));
    }
}
