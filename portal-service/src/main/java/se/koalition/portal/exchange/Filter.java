package se.koalition.portal.exchange;

import org.jspecify.annotations.Nullable;

/** What a reader looks for; what is null or blank does not matter to them. */
public record Filter(
        @Nullable String theme,
        @Nullable String sector,
        @Nullable String municipality) {

    public boolean matches(Entry entry) {
        return matches(entry.sector(), sector)
                && matches(String.valueOf(entry.posting().municipality()), municipality)
                && (isBlank(theme) || entry.posting().themes().stream().anyMatch(t -> matches(t, theme)));
    }

    private static boolean matches(String value, @Nullable String wanted) {
        return isBlank(wanted) || value.equalsIgnoreCase(wanted);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    public boolean isEmpty() {
        return isBlank(theme) && isBlank(sector) && isBlank(municipality);
    }
}
