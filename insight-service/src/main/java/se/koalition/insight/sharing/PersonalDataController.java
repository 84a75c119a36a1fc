package se.koalition.insight.sharing;

import static com.mongodb.client.model.Filters.eq;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.insight.http.Caller;
import se.koalition.insight.http.Forbidden;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Deeds;

/** All that this service stores about one member, for the member (GDPR, article 15). */
@RestController
class PersonalDataController {

    private final Aggregates<Insight> insights;
    private final Deeds deeds;

    PersonalDataController(Aggregates<Insight> insights, Deeds deeds) {
        this.insights = insights;
        this.deeds = deeds;
    }

    @GetMapping("/api/members/{id}/data")
    Map<String, Object> data(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        if (!caller.id().equals(id) && !caller.operator()) {
            throw new Forbidden("Only the member or an operator may see this.");
        }
        List<InsightState> shared = insights.findAll(eq("state.authorId", id)).stream()
                .map(insight -> InsightState.of(insight.state()))
                .toList();
        return Map.of("insights", shared, "did", deeds.of(id));
    }
}
