package se.koalition.portal.overview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader looks for among a coalition's actors, and where in the list they are; what is blank does not matter.
 *
 * @param q a part of the name
 * @param municipality a part of its name
 * @param after id of the last actor of the page before
 * @param before id of the first actor of the page after
 */
public record ActorSearch(String q, String sector, String municipality, String after, String before) {

    private static final int PAGE = 50;

    public ActorSearch {
        q = Objects.requireNonNullElse(q, "");
        sector = Objects.requireNonNullElse(sector, "");
        municipality = Objects.requireNonNullElse(municipality, "");
        after = Objects.requireNonNullElse(after, "");
        before = Objects.requireNonNullElse(before, "");
    }

    /**
     * One page of what was found.
     *
     * @param count of all that was found
     * @param previous the query of the page before this one; null on the first
     * @param next the query of the page after this one; null on the last
     */
    public record Found(
            List<Overview.ActorItem> items,
            int count,
            @Nullable String previous,
            @Nullable String next) {}

    /** Whoever stood at the edge of a page may have left since: then the list begins anew. */
    public Found in(List<Overview.ActorItem> all) {
        String name = plain(q);
        String place = plain(municipality);
        List<Overview.ActorItem> found = all.stream()
                .filter(actor -> sector.isBlank() || actor.sector().equals(sector))
                .filter(actor -> plain(actor.name()).contains(name))
                .filter(actor -> plain(Objects.requireNonNullElse(actor.municipality(), ""))
                        .contains(place))
                .toList();
        int end = position(found, before);
        int from = end < 0 ? position(found, after) + 1 : Math.max(0, end - PAGE);
        int to = Math.min(found.size(), from + PAGE);
        return new Found(
                found.subList(from, to),
                found.size(),
                from > 0 ? query("", found.get(from).id()) : null,
                to < found.size() ? query(found.get(to - 1).id(), "") : null);
    }

    private static int position(List<Overview.ActorItem> found, String id) {
        return IntStream.range(0, found.size())
                .filter(i -> found.get(i).id().equals(id))
                .findFirst()
                .orElse(-1);
    }

    /** As names are compared: whether a letter is composed or large does not matter. */
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether nothing is looked for. */
    public boolean isEmpty() {
        return q.isBlank() && sector.isBlank() && municipality.isBlank();
    }

    public boolean isFirstPage() {
        return after.isBlank() && before.isBlank();
    }

    /** As the address of this very page has it; empty if there is nothing to say. */
    public String query() {
        return query(after, before);
    }

    private String query(String afterId, String beforeId) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("q", q.strip());
        all.put("sector", sector);
        all.put("municipality", municipality.strip());
        all.put("after", afterId);
        all.put("before", beforeId);
        all.values().removeIf(String::isEmpty);
        return all.isEmpty()
                ? ""
                : all.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
