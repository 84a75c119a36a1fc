package se.koalition.insight;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts insight-service. */
@SpringBootApplication
class InsightServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(InsightServiceApplication.class, args);
    }
}
