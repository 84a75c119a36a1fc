package se.koalition.actor.reactions;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.koalition.messaging.Event;

/** Lets every reaction hear each event; if one fails, all hear it again. */
@Configuration
class Hearing {

    @Bean
    Consumer<Message<byte[]>> actorEvents(List<Reaction> reactions) {
        return message -> {
            Event event = Event.read(message);
            reactions.forEach(reaction -> reaction.on(event));
        };
    }
}
