package se.koalition.portal.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import se.koalition.portal.settings.Sweden;

/** The municipalities that are shipped, Skåne's 33, in the order of the Swedish alphabet. */
public final class Municipalities {

    public static final List<Municipality> ALL = read();

    private Municipalities() {}

    private static List<Municipality> read() {
        try {
            String data = new ClassPathResource("municipalities.csv").getContentAsString(UTF_8);
            return data.lines()
                    .skip(1)
                    .map(line -> line.split(";", 2))
                    .map(cells -> new Municipality(cells[0], cells[1]))
                    .sorted(Comparator.comparing(Municipality::name, Sweden.order()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
