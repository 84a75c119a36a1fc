package se.koalition.notification.deliveries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.notification.directory.Directory;
import se.koalition.notification.http.Caller;
import se.koalition.notification.http.Forbidden;

/** All that this service stores about one member, for the member (GDPR, article 15). */
@RestController
class PersonalDataController {

    private final Directory directory;
    private final Deliveries deliveries;

    PersonalDataController(Directory directory, Deliveries deliveries) {
        this.directory = directory;
        this.deliveries = deliveries;
    }

    @GetMapping("/api/members/{id}/data")
    Map<String, Object> data(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        if (!caller.id().equals(id) && !caller.operator()) {
            throw new Forbidden("Only the member or an operator may see this.");
        }
        List<Map<String, Object>> mails =
                deliveries.of(id).stream().map(PersonalDataController::mail).toList();
        Map<String, Object> all = new LinkedHashMap<>();
        directory.member(id).ifPresent(member -> all.put("member", member));
        all.put("mails", mails);
        return all;
    }

    private static Map<String, Object> mail(Document row) {
        Map<String, Object> told = new Document(row);
        told.values().removeIf(Objects::isNull);
        told.keySet().retainAll(List.of("kind", "subjectId", "status", "createdAt", "settledAt", "attempts", "reason"));
        return told;
    }
}
