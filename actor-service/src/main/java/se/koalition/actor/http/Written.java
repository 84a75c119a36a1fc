package se.koalition.actor.http;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in names and texts, and how names are tidied before they are looked at. */
public final class Written {

    /**
     * Names end up in lists and subject lines, and have to look different if they are: nothing invisible (format
     * characters, letters without a shape), nothing that turns the direction of what follows. Blank is for others to judge.
     */
    public static final String ONE_LINE = "\\s*|(?=[^\\p{L}\\p{N}]*+[\\p{L}\\p{N}])"
            + "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u115F\\u1160\\u2800\\u3164\\uFFA0]*";

    public static final String MUST_BE_ONE_LINE =
            "must be one line with a letter or digit, without control or invisible characters";

    /** Running text that is shown as it is: lines, but nothing that a terminal or a spreadsheet would act on. */
    public static final String LINES = "[\\P{C}\\p{Cf}\\p{Co}\\p{Cn}\\n\\r\\t]*";

    public static final String MUST_BE_LINES = "must be text without control characters";

    public static final String TOO_MANY = "must have at most {max} entries";

    private static final Pattern BLANKS = Pattern.compile("\\h+");

    private Written() {}

    /** Names that look the same become the same: letters composed, one blank between words, none around. */
    public static String tidied(@Nullable String name) {
        return name == null
                ? ""
                : BLANKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                        .replaceAll(" ")
                        .strip();
    }
}
