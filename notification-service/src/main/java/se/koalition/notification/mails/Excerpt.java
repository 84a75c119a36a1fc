package se.koalition.notification.mails;

import java.util.regex.Pattern;

/** The beginning of a Markdown text, without its marks; the whole is on the page that the mail links to. */
final class Excerpt {

    private static final int LENGTH = 600;
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\n]{0,200})\\]\\([^)\\n]{0,1000}\\)");
    private static final Pattern LINE_MARKS = Pattern.compile("(?m)^\\s{0,3}(#{1,6}|>)\\s*");
    private static final Pattern MARKS = Pattern.compile("[*_`]{1,3}(?=\\S)|(?<=\\S)[*_`]{1,3}");

    private Excerpt() {}

    static String of(String markdown) {
        String beginning = markdown.substring(0, Math.min(markdown.length(), 4 * LENGTH));
        String plain = LINK.matcher(beginning).replaceAll("$1");
        plain = LINE_MARKS.matcher(plain).replaceAll("");
        plain = MARKS.matcher(plain).replaceAll("").strip();
        if (plain.length() <= LENGTH) {
            return plain;
        }
        int space = plain.lastIndexOf(' ', LENGTH);
        return plain.substring(0, space > 0 ? space : LENGTH).stripTrailing() + " …";
    }
}
