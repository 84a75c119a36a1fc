package se.koalition.meeting.scheduling;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.koalition.messaging.AggregateType;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.AggregatesFactory;
import se.koalition.messaging.Topics;

@Configuration
class MeetingAggregates {

    static final AggregateType<Meeting> TYPE =
            new AggregateType<>("meeting", "meeting-service", Topics.MEETING_EVENTS, Meeting.class, MeetingState::of);

    @Bean
    Aggregates<Meeting> storedMeetings(AggregatesFactory factory) {
        return factory.of(TYPE);
    }
}
