package se.koalition.portal.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Municipality × sector × theme: how many of a coalition's actors there are, and where there is none.
 *
 * @param areaSet whether the coalition says which municipalities it covers; if not, they are those of its actors
 * @param theme by which was asked, if it was; only actors that named it fill a cell then
 * @param themes the coalition's own in its order, then others that its actors named
 * @param withoutTheme how many actors have named none
 * @param rows the municipalities as Swedish sorts, last the one for actors from elsewhere
 * @param blanks how many cells of the area are empty
 * @param missing the empty cells that matter most, first the one that matters most
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Coverage(
        boolean areaSet,
        @Nullable String theme,
        List<ThemeCount> themes,
        int withoutTheme,
        List<String> sectors,
        List<Row> rows,
        int blanks,
        List<Gap> missing) {

    /** How many actors named a theme. */
    public record ThemeCount(String theme, int actors) {}

    /** @param code of Statistics Sweden; absent where the coalition has not set its area */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(@Nullable String code, String name) {}

    /**
     * A municipality's cells, in the order of the sectors.
     *
     * @param municipality absent for actors from outside the area, and those of whom no municipality is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(@Nullable Place municipality, List<Cell> cells) {}

    /** @param themes those that actors here named, with how many did */
    public record Cell(String sector, int actors, Map<String, Integer> themes) {

        /** How many there are for the theme, or in all. */
        public int count(@Nullable String theme) {
            return theme == null ? actors : themes.getOrDefault(theme, 0);
        }
    }

    /** A cell in which nobody is. */
    public record Gap(Place municipality, String sector, List<Reason> reasons, List<Suggestion> suggestions) {}

    /**
     * Why a gap matters.
     *
     * @param count what the kind counts, out of how many
     */
    public record Reason(Kind kind, int count, int of) {

        static Reason of(Kind kind) {
            return new Reason(kind, 0, 0);
        }
    }

    /** What a reason says; its weight ranks the gap. */
    public enum Kind {
        /** No actor of the coalition, wherever it is, is of this sector. */
        SECTOR_ABSENT(8),
        /** Actors are there, so many, and none named the theme. */
        THEME_NOT_NAMED(5),
        /** No actor at all is from this municipality. */
        MUNICIPALITY_ABSENT(4),
        /** It is the municipality's own organisation that is missing. */
        MUNICIPALITY_ITSELF_ABSENT(3),
        /** So many of the sectors are there, more than half. */
        MOST_SECTORS_PRESENT(2),
        /** The sector fills its cell in so many of the municipalities. */
        SECTOR_ELSEWHERE(0);

        final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An actor that could fill the gap, known from elsewhere.
     *
     * @param near it is of another municipality of the area
     * @param coalitions names of those where it takes part
     */
    public record Suggestion(String id, String name, String municipality, boolean near, List<String> coalitions) {}
}
