package se.koalition.actor.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Swedish organisation number, checked by its last digit (Luhn). The third digit of an organisation's is 2 or more;
 * a smaller one makes it a personal identity number, which sole traders use and which has no place here.
 *
 * @param text as it is written, {@code NNNNNN-NNNN}
 */
public record OrganisationNumber(String text) {

    public static final String EXPECTED =
            "must be an organisation number such as 212000-1124 (no personal identity number)";

    private static final Pattern WRITTEN = Pattern.compile("(?:16)?([1-9]\\d[2-9]\\d{3})[-–  ]?(\\d{4})");

    /** Empty for what is none; with or without the hyphen, and the 16 that some registers put before it. */
    public static Optional<OrganisationNumber> of(String written) {
        var number = WRITTEN.matcher(written.strip());
        return number.matches() && luhn(number.group(1) + number.group(2))
                ? Optional.of(new OrganisationNumber(number.group(1) + "-" + number.group(2)))
                : Optional.empty();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static OrganisationNumber read(String written) {
        return of(written).orElseThrow(() -> new IllegalArgumentException(EXPECTED));
    }

    /** ISO/IEC 7812-1 annex B: every second digit from the right counts double, its digits added. */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted / 10 + counted % 10;
        }
        return sum % 10 == 0;
    }
}
