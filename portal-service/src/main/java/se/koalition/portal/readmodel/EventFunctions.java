package se.koalition.portal.readmodel;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.koalition.messaging.Event;

/** The three topics, each read by a function of its own so that none holds up another. */
@Configuration
class EventFunctions {

    @Bean
    Consumer<Message<byte[]>> actorEvents(Intake intake) {
        return message -> intake.take(Event.read(message));
    }

    @Bean
    Consumer<Message<byte[]>> meetingEvents(Intake intake) {
        return message -> intake.take(Event.read(message));
    }

    @Bean
    Consumer<Message<byte[]>> insightEvents(Intake intake) {
        return message -> intake.take(Event.read(message));
    }
}
