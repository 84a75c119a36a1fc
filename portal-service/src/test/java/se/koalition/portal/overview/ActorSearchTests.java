package se.koalition.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking through thousands of actors, page by page. */
class ActorSearchTests {

    private static final List<Overview.ActorItem> ALL = IntStream.range(0, 120)
            .mapToObj(i -> new Overview.ActorItem(
                    "id" + i, "Skola %03d".formatted(i), i % 2 == 0 ? "culture" : "region", i < 3 ? "Åstorp" : null))
            .toList();

    private static ActorSearch search(String q, String after, String before) {
        return new ActorSearch(q, "", "", after, before);
    }

    private static List<String> ids(ActorSearch.Found found) {
        return found.items().stream().map(Overview.ActorItem::id).toList();
    }

    @Test
    void pages_follow_each_other_both_ways() {
        ActorSearch.Found first = search("", "", "").in(ALL);
        assertThat(ids(first)).hasSize(50).startsWith("id0").endsWith("id49");
        assertThat(first.count()).isEqualTo(120);
        assertThat(first.previous()).isNull();
        assertThat(first.next()).isEqualTo("?after=id49");

        ActorSearch.Found last = search("", "id99", "").in(ALL);
        assertThat(ids(last)).hasSize(20);
        assertThat(last.next()).isNull();
        assertThat(last.previous()).isEqualTo("?before=id100");
        assertThat(ids(search("", "", "id100").in(ALL))).startsWith("id50").endsWith("id99");
    }

    @Test
    void whoever_stood_at_the_edge_may_have_left() {
        assertThat(ids(search("", "gone", "").in(ALL))).startsWith("id0");
        assertThat(ids(search("", "", "gone").in(ALL))).startsWith("id0");
    }

    @Test
    void case_and_the_way_a_letter_is_composed_do_not_matter() {
        assertThat(ids(new ActorSearch(" SKOLA  00", "culture", "A\u030Astorp", "", "").in(ALL)))
                .containsExactly("id0", "id2");
        assertThat(new ActorSearch("a b&c", "culture", "", "x", "").query())
                .isEqualTo("?q=a+b%26c&sector=culture&after=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {".*", "(", "[", "\\Q", "$where", "%", "😀", "\u0000", "<script>"})
    void nothing_in_a_search_means_anything_else_than_itself(String q) {
        assertThat(search(q, "", "").in(ALL).items()).isEmpty();
    }

    @Test
    void a_search_of_any_length_is_answered() {
        assertThat(search("x".repeat(10_000), "", "").in(ALL).count()).isZero();
        assertThat(search(" ", "", "").in(ALL).count()).isEqualTo(120);
        assertThat(search("", "", "").in(List.of()).items()).isEmpty();
    }
}
