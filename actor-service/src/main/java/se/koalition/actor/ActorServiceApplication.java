package se.koalition.actor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts actor-service. */
@SpringBootApplication
class ActorServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(ActorServiceApplication.class, args);
    }
}
