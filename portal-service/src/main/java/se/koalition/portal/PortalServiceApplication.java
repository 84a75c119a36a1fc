package se.koalition.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts portal-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class PortalServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(PortalServiceApplication.class, args);
    }
}
