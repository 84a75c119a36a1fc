package se.koalition.portal.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Needs, offers and which of them somebody who did not write the matcher would put together. */
record TestSet(List<Posting> needs, List<Posting> offers, Map<String, Set<String>> expected) {

    static TestSet load(String name) {
        try (InputStream in = Objects.requireNonNull(TestSet.class.getResourceAsStream("/matching/" + name), name)) {
            return read(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestSet read(JsonNode set) {
        Map<String, String> sectors = new HashMap<>();
        set.path("actors")
                .forEach(actor -> sectors.put(
                        actor.path("id").asString(), actor.path("sector").asString()));
        Map<String, Set<String>> expected = new HashMap<>();
        set.path("expected").properties().forEach(e -> expected.put(e.getKey(), new HashSet<>(texts(e.getValue()))));
        return new TestSet(postings(set.path("needs"), sectors), postings(set.path("offers"), sectors), expected);
    }

    private static List<Posting> postings(JsonNode postings, Map<String, String> sectors) {
        List<Posting> read = new ArrayList<>();
        for (JsonNode posting : postings) {
            String actor = posting.path("actorId").asString();
            @Nullable String code = posting.path("municipalityCode").asString(null);
            read.add(new Posting(
                    posting.path("id").asString(),
                    actor,
                    sectors.getOrDefault(actor, ""),
                    posting.path("title").asString(),
                    posting.path("text").asString(),
                    texts(posting.path("themes")),
                    code,
                    code));
        }
        return read;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /** Of the first three proposals for each need, how many are expected, as a share of as many as there could be. */
    double precisionOfFirstThree(List<Proposal> proposals) {
        Map<String, Long> hits = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Proposal proposal : proposals) {
            boolean counts = seen.merge(proposal.needId(), 1, Integer::sum) <= 3;
            if (counts && expected.getOrDefault(proposal.needId(), Set.of()).contains(proposal.offerId())) {
                hits.merge(proposal.needId(), 1L, Long::sum);
            }
        }
        long most = expected.values().stream()
                .mapToLong(offers -> Math.min(3, offers.size()))
                .sum();
        return hits.values().stream().mapToDouble(n -> n).sum() / most;
    }
}
