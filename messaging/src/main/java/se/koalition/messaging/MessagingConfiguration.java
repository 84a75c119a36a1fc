package se.koalition.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Puts the mechanism into every service that has this module on its path. */
@AutoConfiguration
@EnableConfigurationProperties(MessagingSettings.class)
@PropertySource("classpath:messaging.properties")
class MessagingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(MessagingConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    MessagingMetrics messagingMetrics(MeterRegistry meters) {
        return new MessagingMetrics(meters);
    }

    @Bean
    Publisher publisher(@Value("${spring.kafka.bootstrap-servers}") String brokers) {
        return new Publisher(brokers);
    }

    @Bean
    Relay relay(Publisher publisher, MessagingMetrics metrics, Clock clock) {
        return new Relay(publisher, metrics, clock);
    }

    @Bean
    AggregatesFactory aggregatesFactory(MongoOperations mongo, Relay relay, JsonMapper json, Clock clock) {
        return new AggregatesFactory(mongo, relay, json, clock);
    }

    @Bean
    Replicas replicas(MongoOperations mongo, MessagingMetrics metrics, Clock clock) {
        return new Replicas(mongo, metrics, clock);
    }

    @Bean
    DeadLetters deadLetters(
            Publisher publisher,
            MessagingMetrics metrics,
            MessagingSettings settings,
            @Value("${spring.kafka.bootstrap-servers}") String brokers) {
        return new DeadLetters(publisher, metrics, settings, brokers);
    }

    @Bean
    Resync resync(ObjectProvider<Aggregates<?>> all) {
        return new Resync(all.orderedStream().toList());
    }

    @Bean
    Deeds deeds(ObjectProvider<Aggregates<?>> all) {
        return new Deeds(all.orderedStream().toList());
    }

    @Bean
    Preparation preparation(
            ObjectProvider<StorePreparation> store,
            MessagingSettings settings,
            @Value("${spring.kafka.bootstrap-servers}") String brokers) {
        return new Preparation(store.orderedStream().toList(), settings, brokers);
    }

    /** Only the envelope's headers, as bytes: a foreign header must not make a record unreadable. */
    @Bean
    KafkaHeaderMapper envelopeHeaders() {
        return new EnvelopeHeaderMapper();
    }

    /** An outage is waited out, in order; only what cannot be read is put aside. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryForEver(DeadLetters deadLetters) {
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
            backOff.setMaxInterval(10_000);
            DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters::bury, backOff);
            handler.setClassifications(java.util.Map.of(Event.Unreadable.class, false), true);
            handler.setRetryListeners((message, failure, attempt) -> log.warn(
                    "{} offset {} could not be handled (attempt {}): {}",
                    message.topic(),
                    message.offset(),
                    attempt,
                    rootCause(failure)));
            container.setCommonErrorHandler(handler);
        };
    }

    private static String rootCause(@Nullable Throwable failure) {
        return String.valueOf(failure == null ? null : NestedExceptionUtils.getMostSpecificCause(failure));
    }

    @Bean
    NoClassNames noClassNames(MappingMongoConverter converter) {
        return new NoClassNames(converter);
    }

    /** Keeps class names out of the store, so that a class can be renamed. */
    record NoClassNames(MappingMongoConverter converter) {
        NoClassNames {
            converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        }
    }
}
