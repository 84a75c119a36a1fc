package se.koalition.portal.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.Kind;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.settings.Sweden;

/** Which themes a coalition's actors have named there. */
@Component
class Themes {

    private final ReadModel model;
    private final Clock clock;

    Themes(ReadModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
    }

    /** Something that an actor put into the coalition, and the themes that it named with it. */
    record Statement(String actorId, List<String> themes) {}

    Map<String, Set<String>> ofActors(String coalitionId) {
        Map<String, Set<String>> named = new HashMap<>();
        statements(coalitionId)
                .forEach(statement -> named.computeIfAbsent(statement.actorId(), id -> new HashSet<>())
                        .addAll(statement.themes()));
        return named;
    }

    /** Every source of statements: open needs and offers, and the insights that were shared. */
    private Stream<Statement> statements(String coalitionId) {
        LocalDate today = LocalDate.now(clock.withZone(Sweden.ZONE));
        Stream<Statement> postings = Arrays.stream(Kind.values())
                .flatMap(kind -> model.postingsOf(kind, coalitionId).stream())
                .filter(posting -> posting.statusOn(today).equals("open"))
                .map(posting -> new Statement(posting.actorId(), posting.themes()));
        Stream<Statement> insights = model.insightsOf(coalitionId).stream()
                .flatMap(insight -> insight.actorId() == null
                        ? Stream.empty()
                        : Stream.of(new Statement(insight.actorId(), insight.themes())));
        return Stream.concat(postings, insights);
    }
}
