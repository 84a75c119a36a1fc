package se.koalition.actor.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.Forbidden;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Deeds;

/** What the law lets every person ask for: all that is stored about them, and that it goes (GDPR, articles 15 and 17). */
@RestController
class PersonalDataController {

    private final Departures departures;
    private final Aggregates<Member> aggregates;
    private final Rights rights;
    private final Deeds deeds;
    private final List<Holding> holdings;

    PersonalDataController(
            Departures departures, Aggregates<Member> aggregates, Rights rights, Deeds deeds, List<Holding> holdings) {
        this.departures = departures;
        this.aggregates = aggregates;
        this.rights = rights;
        this.deeds = deeds;
        this.holdings = holdings;
    }

    @GetMapping("/api/members/{id}/data")
    Map<String, Object> data(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        if (!caller.id().equals(id) && !caller.operator()) {
            throw new Forbidden("Only the member or an operator may see this.");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("member", MemberState.of(aggregates.get(id).state()));
        holdings.forEach(holding -> data.put(holding.name(), holding.of(id)));
        data.put("did", deeds.of(id));
        return data;
    }

    @DeleteMapping("/api/members/{id}")
    ResponseEntity<Void> erase(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        Caller caller =
                rights.mustBeAllowedToErase(Caller.of(token), aggregates.get(id).state());
        return Answers.changed(departures.erase(id, caller.id()));
    }
}
