package se.koalition.actor.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.actors.Actors;
import se.koalition.actor.actors.Profile;
import se.koalition.actor.actors.Sector;
import se.koalition.actor.http.InvalidInput;
import se.koalition.actor.http.Written;
import se.koalition.actor.identity.OrganisationNumber;
import se.koalition.actor.identity.WebAddress;

/** Checks the rows of a file, and keeps what they say and all that is wrong with them. */
final class Rows {

    private static final int MAX_ROWS = 5_000;
    private static final Pattern ONE_LINE = Pattern.compile(Written.ONE_LINE);
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern LINES = Pattern.compile(Written.LINES);

    private final Columns columns;
    private final List<Profile> profiles = new ArrayList<>();
    private final List<InvalidInput.Fault> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Rows(Columns columns) {
        this.columns = columns;
    }

    List<Profile> profiles() {
        return profiles;
    }

    /** What is wrong with this row, by column. */
    List<InvalidInput.Fault> add(CSVRecord cells) {
        faults.clear();
        int width = columns.header().size();
        if (cells.size() > width) {
            fault("row", "has " + cells.size() + " cells, the header has " + width, "cells");
        } else if (profiles.size() == MAX_ROWS) {
            fault("row", "a file may hold " + MAX_ROWS + " actors; split it", "too-many-rows");
        } else {
            Profile profile = profile(cells);
            if (profile != null) {
                profiles.add(profile);
            }
        }
        return List.copyOf(faults);
    }

    private @Nullable Profile profile(CSVRecord cells) {
        String name = name(columns.cell("name", cells));
        Sector sector = read("sector", cells, SectorWords::read, SectorWords.EXPECTED);
        OrganisationNumber number =
                read("organisationNumber", cells, OrganisationNumber::of, OrganisationNumber.EXPECTED);
        WebAddress website = read("website", cells, WebAddress::of, WebAddress.EXPECTED);
        Profile profile = Profile.of(
                name,
                Objects.requireNonNullElse(sector, Sector.BUSINESS),
                text("municipality", cells, Profile.MAX_MUNICIPALITY, ONE_LINE, Written.MUST_BE_ONE_LINE),
                number,
                website,
                text("description", cells, Profile.MAX_DESCRIPTION, LINES, Written.MUST_BE_LINES),
                text("publicContact", cells, Profile.MAX_CONTACT, ONE_LINE, Written.MUST_BE_ONE_LINE));
        return faults.isEmpty() ? profile : null;
    }

    private String name(String cell) {
        String name = Written.tidied(cell);
        if (name.isEmpty() || name.length() > Profile.MAX_NAME) {
            fault("name", "expected 1 to " + Profile.MAX_NAME + " characters", "name-length");
        } else if (!ids.add(Actors.idFor(name))) {
            fault("name", "“" + name + "” stands in the file already", "repeated-name");
        }
        if (!ONE_LINE.matcher(name).matches()) {
            fault("name", Written.MUST_BE_ONE_LINE, whatIsWrongIn(name));
        }
        return name;
    }

    private @Nullable String text(String column, CSVRecord cells, int max, Pattern allowed, String otherwise) {
        String cell = columns.cell(column, cells);
        if (cell.length() > max) {
            fault(column, "expected at most " + max + " characters", "too-long");
        }
        if (!allowed.matcher(cell).matches()) {
            fault(column, otherwise, whatIsWrongIn(cell));
        }
        return cell;
    }

    private static String whatIsWrongIn(String cell) {
        return SAYS_SOMETHING.matcher(cell).find() ? "control-characters" : "no-letters";
    }

    /** Only the sector is needed; other cells may be empty. */
    private <T> @Nullable T read(
            String column, CSVRecord cells, Function<String, Optional<T>> reading, String expected) {
        String cell = columns.cell(column, cells);
        if (cell.isEmpty() && !column.equals("sector")) {
            return null;
        }
        Optional<T> read = reading.apply(cell);
        if (read.isEmpty()) {
            fault(column, expected, column.equals("organisationNumber") ? "organisation-number" : column);
        }
        return read.orElse(null);
    }

    private void fault(String column, String message, String code) {
        faults.add(new InvalidInput.Fault(column, message, code));
    }
}
