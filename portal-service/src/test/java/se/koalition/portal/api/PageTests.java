package se.koalition.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.koalition.portal.problems.Problem;

class PageTests {

    private static List<String> list(int size) {
        return IntStream.range(0, size).mapToObj(Integer::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 49, 50, 51, 100, 101})
    void pagesFollowEachOtherWithoutGap(int size) {
        List<String> all = list(size);
        List<String> read = new ArrayList<>();
        String after = null;
        int pages = 0;
        do {
            List<String> rest = Page.rest(all, Function.identity(), after);
            Page<String> page = Page.of(rest, Function.identity(), Function.identity());
            read.addAll(page.items());
            after = page.next();
            pages++;
        } while (after != null);

        assertThat(read).isEqualTo(all);
        assertThat(pages).isEqualTo(Math.max(1, (size + 49) / 50));
    }

    @Test
    void behindWhatIsNotThereThereIsNothing() {
        assertThatThrownBy(() -> Page.rest(list(3), Function.identity(), "3")).isInstanceOf(Problem.class);
    }
}
