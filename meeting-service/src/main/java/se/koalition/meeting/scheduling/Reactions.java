package se.koalition.meeting.scheduling;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.koalition.meeting.directory.Directory;
import se.koalition.messaging.Event;

/** What this service does about events; an event counts as read only after its effect is stored. */
@Configuration
class Reactions {

    private final Directory directory;
    private final Invitations invitations;

    Reactions(Directory directory, Invitations invitations) {
        this.directory = directory;
        this.invitations = invitations;
    }

    @Bean
    Consumer<Message<byte[]>> actorEvents() {
        return message -> {
            Event event = Event.read(message);
            invitations.reconcile(directory.take(event), event.member());
        };
    }

    /**
     * Its own events, because of those who join or leave while a meeting is being scheduled: their event found no meeting yet,
     * and the command did not find them.
     */
    @Bean
    Consumer<Message<byte[]>> meetingEvents() {
        return message -> {
            Event event = Event.read(message);
            if (event.id().aggregateType().equals(MeetingAggregates.TYPE.name())
                    && !MeetingFact.ABOUT_INVITATIONS.contains(event.type())) {
                invitations.reconcile(event.id().aggregateId(), event.member());
            }
        };
    }
}
