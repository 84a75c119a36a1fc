package se.koalition.messaging;

import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/** Hands over the envelope's headers as raw bytes, under the names that {@link Event#read} knows, and nothing else. */
final class EnvelopeHeaderMapper implements KafkaHeaderMapper {

    @Override
    public void fromHeaders(MessageHeaders from, Headers to) {
        // Nothing is published through Spring's messages.
    }

    @Override
    public void toHeaders(Headers from, Map<String, Object> to) {
        for (Header header : from) {
            if (header.key().startsWith("ce_")) {
                to.put(Envelope.received(header.key()), header.value());
            }
        }
    }
}
