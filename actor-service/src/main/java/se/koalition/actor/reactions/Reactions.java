package se.koalition.actor.reactions;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.koalition.messaging.Event;

/** Tells this service's own events to all of its reactions. A resync tells nothing new, so nobody reacts to it. */
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
