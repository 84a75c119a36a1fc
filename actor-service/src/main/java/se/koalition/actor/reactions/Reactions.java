package se.koalition.actor.reactions;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.koalition.messaging.Event;

/** Reads the topic once for all features. If one fails, all hear of the event again. */
@Configuration
class Reactions {

    @Bean
    Consumer<Message<byte[]>> actorEvents(List<Reaction> reactions) {
        return message -> {
            Event event = Event.read(message);
            if (!event.resync()) {
                reactions.forEach(reaction -> reaction.on(event));
            }
        };
    }
}
