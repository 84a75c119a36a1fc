package se.koalition.portal.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.problems.Problem;

/** An address of the API that leads nowhere is told as a problem, never as a page. */
@RestController
class NothingElse {

    @GetMapping("/api/**")
    void nothing() {
        throw Problem.notFound("The API has nothing at this address.");
    }
}
