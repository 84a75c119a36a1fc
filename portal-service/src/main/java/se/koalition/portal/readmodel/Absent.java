package se.koalition.portal.readmodel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An absent list or object in JSON means an empty one. */
final class Absent {

    private Absent() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static <T> Map<String, T> orNone(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }
}
