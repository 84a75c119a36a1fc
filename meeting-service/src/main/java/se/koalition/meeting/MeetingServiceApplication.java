package se.koalition.meeting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts meeting-service. */
@SpringBootApplication
class MeetingServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(MeetingServiceApplication.class, args);
    }
}
