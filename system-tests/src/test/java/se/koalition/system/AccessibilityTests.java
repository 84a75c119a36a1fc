package se.koalition.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows every link from page to page, so that a new page is looked at without anybody having to think of it. */
class AccessibilityTests {

    private static final Path SCREENSHOTS = Path.of("target/screenshots/all");
    private static final String NOWHERE = "/nowhere";
    private static Chromium chromium;

    /** Whoever may do most comes first: the others look at what is left. */
    private static final Set<String> seen = new HashSet<>();

    static Stream<Arguments> visitors() {
        return Stream.of(
                Arguments.of("coordinator", Person.COORDINATOR, 25),
                Arguments.of("member", Demonstration.member(5), 15),
                Arguments.of("operator", Person.OPERATOR, 11),
                Arguments.of("anybody", null, 8));
    }

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("visitors")
    void noPageHasAFindingAndEachFitsAPhone(String name, @Nullable Person visitor, int kindsAtLeast) {
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("sv-SE")
                        .setBaseURL(Suite.running().portal().toString()))) {
            Page page = context.newPage();
            if (visitor != null) {
                SignIn.as(visitor, page);
            }
            SoftAssertions findings = new SoftAssertions();
            Set<String> kinds = new HashSet<>();
            Queue<String> found = new ArrayDeque<>(List.of("/", NOWHERE));
            while (!found.isEmpty()) {
                String path = found.remove();
                if (kinds.add(kind(path))) {
                    Response response = page.navigate(path);
                    findings.assertThat(response.status()).as(path).isEqualTo(path.equals(NOWHERE) ? 404 : 200);
                    if (seen.add(kind(path))) {
                        look(page, name, path, findings);
                    }
                    found.addAll(links(page));
                }
            }
            findings.assertAll();
            assertThat(kinds).as("kinds of pages").hasSizeGreaterThanOrEqualTo(kindsAtLeast);
        }
    }

    /** Pages that differ only in what they are about, or in what is asked of them, are one kind. */
    private static String kind(String path) {
        return path.replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "/*").replaceAll("\\?.*", "");
    }

    private static void look(Page page, String visitor, String path, SoftAssertions findings) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(320, 800);
        findings.assertThat(axe(page).analyze().getViolations())
                .as("%s, light", path)
                .isEmpty();
        findings.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits into 320 px", path)
                .isTrue();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(visitor + kind(path).replaceAll("\\W+", "-") + ".png")));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(1280, 800);
        findings.assertThat(
                        axe(page).withRules(List.of("color-contrast")).analyze().getViolations())
                .as("%s, dark", path)
                .isEmpty();
    }

    /** Our pages have no frames, for which the other mode opens a page more each time. */
    @SuppressWarnings("deprecation")
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    /** Those that only show something: files are for other programs, and languages have a test of their own. */
    private static List<String> links(Page page) {
        List<String> links = new ArrayList<>();
        for (Object href : (List<?>) page.evaluate(
                "[...document.querySelectorAll('a[href]:not([download]):not([hreflang])')].map(a => a.href)")) {
            URI link = URI.create(href.toString());
            if (Suite.running().portal().getAuthority().equals(link.getAuthority())
                    && !link.getPath().startsWith("/api/")
                    && !link.getPath().matches(".*\\.(ics|csv|json)|/me/data")) {
                links.add(link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()));
            }
        }
        return links;
    }
}
