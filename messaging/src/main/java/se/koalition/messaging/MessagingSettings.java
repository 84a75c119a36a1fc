package se.koalition.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service takes part.
 *
 * @param group the service's consumer group, also its name on the wire, such as {@code meeting-service}
 * @param replication copies of each record: 1 on one machine, 3 in production
 */
@ConfigurationProperties("koalition.messaging")
public record MessagingSettings(
        String group, @DefaultValue("1") short replication) {}
