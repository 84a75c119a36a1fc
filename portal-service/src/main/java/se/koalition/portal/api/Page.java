package se.koalition.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.problems.Problem;

/**
 * A part of a list.
 *
 * @param next begins the next page if it is sent as {@code after}; null on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page<T>(List<T> items, @Nullable String next) {

    static final int SIZE = 50;

    /**
     * What is left of the list behind the page before.
     *
     * @param after the id of the last one there
     * @throws Problem {@code invalid-input} if it is not in the list, or not any more
     */
    static <E> List<E> rest(List<E> all, Function<E, String> id, @Nullable String after) {
        if (after == null) {
            return all;
        }
        for (int i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(after)) {
                return all.subList(i + 1, all.size());
            }
        }
        throw Problem.invalid("after: must be what the page before gave as next; begin anew");
    }

    static <E, T> Page<T> of(List<E> rest, Function<E, String> id, Function<E, T> line) {
        List<E> shown = rest.stream().limit(SIZE).toList();
        return new Page<>(shown.stream().map(line).toList(), rest.size() > SIZE ? id.apply(shown.getLast()) : null);
    }
}
