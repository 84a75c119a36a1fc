package se.koalition.notification.deliveries;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.koalition.messaging.Event;

/** What is heard. A record counts as read only when the deliveries that follow from it are stored. */
@Configuration
class Consumers {

    private final Reconciliation reconciliation;
    private final Dispatch dispatch;

    Consumers(Reconciliation reconciliation, Dispatch dispatch) {
        this.reconciliation = reconciliation;
        this.dispatch = dispatch;
    }

    @Bean
    Consumer<Message<byte[]>> actorEvents() {
        return this::on;
    }

    @Bean
    Consumer<Message<byte[]>> meetingEvents() {
        return this::on;
    }

    @Bean
    Consumer<Message<byte[]>> insightEvents() {
        return this::on;
    }

    private void on(Message<byte[]> message) {
        reconciliation.on(Event.read(message));
        dispatch.wake();
    }
}
