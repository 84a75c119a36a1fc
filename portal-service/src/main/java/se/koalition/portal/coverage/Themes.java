package se.koalition.portal.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.ReadModel;

/** Which themes a coalition's actors have named there. */
@Component
class Themes {

    private final ReadModel model;

    Themes(ReadModel model) {
        this.model = model;
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

    /** Every source of statements: the insights that were shared. */
    private Stream<Statement> statements(String coalitionId) {
        return model.insightsOf(coalitionId).stream()
                .flatMap(insight -> insight.actorId() == null
                        ? Stream.empty()
                        : Stream.of(new Statement(insight.actorId(), insight.themes())));
    }
}
