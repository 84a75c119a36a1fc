package se.koalition.portal.personal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.security.Callers;

/** The right of access (GDPR, article 15) as one answer. */
@RestController
class PersonalDataController {

    private final PersonalData data;
    private final Callers callers;

    PersonalDataController(PersonalData data, Callers callers) {
        this.data = data;
        this.callers = callers;
    }

    @GetMapping("/api/members/{id}/data")
    ResponseEntity<PersonalData.Collected> data(@PathVariable String id, @Nullable Authentication authentication) {
        var caller = callers.of(authentication).orElseThrow(Problem::unauthorized);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(data.of(id, caller));
    }
}
