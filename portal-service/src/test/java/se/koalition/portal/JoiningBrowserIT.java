package se.koalition.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form by which visitors ask to join, in a real browser under the real content policy. */
class JoiningBrowserIT extends SignedIn {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static Playwright playwright;
    private static Browser chromium;

    @BeforeAll
    static void start() {
        Path program = Stream.of(
                        Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(program != null, "There is no Chromium: install it or set CHROMIUM.");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            chromium.close();
            playwright.close();
        }
    }

    private BrowserContext context(int width, boolean scripts) {
        return chromium.newContext(new Browser.NewContextOptions()
                .setLocale("sv-SE")
                .setViewportSize(width, 800)
                .setJavaScriptEnabled(scripts)
                .setExtraHTTPHeaders(Map.of("X-Forwarded-For", "10.2.0." + (scripts ? 1 : 2)))
                .setBaseURL("http://localhost:" + port));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_person_asks_with_and_without_scripts(boolean scripts) {
        World world = known();
        NEIGHBOURS.willAnswer(201, "{\"id\":\"x\"}", Map.of());
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = context(1280, scripts)) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate("/coalitions/" + world.coalition);
            page.locator(".head__links a").click();
            page.locator("#organisation").fill("Kulturskolan i Lund");
            page.locator("#sector").selectOption("culture");
            page.locator("#why").fill("Vi vill pröva läxhjälp tillsammans.");
            page.locator("#name").fill("Rektor, Kulturskolan");
            page.locator("#email").fill(UUID.randomUUID() + "@kulturskolan.example");
            page.locator("main button").click();
            assertThat(page.locator("h1")).hasText("Tack, ansökan har kommit fram");
        }
        assertThat(JSON.readTree(NEIGHBOURS.came().getLast().body())
                        .path("proven")
                        .asBoolean())
                .isEqualTo(scripts);
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void the_pages_have_no_accessibility_finding(int width) {
        World world = known();
        String member = UUID.randomUUID().toString();
        publish(List.of(
                JoiningIT.asked(world, "held", member),
                JoiningIT.applicant(world, member, "rektor-" + member + "@kulturskolan.example"),
                JoiningIT.asked(world, "held", null),
                JoiningIT.asked(world, "held", world.bo),
                JoiningIT.asked(world, "declined", world.anna)));
        se.koalition.portal.Browser coordinator = signedIn(world.email(world.anna));
        String list = "/coalitions/" + world.coalition + "/join-requests";
        await().atMost(SOON)
                .until(() -> coordinator.open(list).body(), page -> page.contains(member + "@") && page.contains("Bo"));
        try (BrowserContext context = context(width, true)) {
            Page page = context.newPage();
            look(page, "/coalitions/" + world.coalition, "coalition", width);
            look(page, "/coalitions/" + world.coalition + "/join", "join", width);
            look(page, "/coalitions/" + world.coalition + "/join?sent", "join-sent", width);
            coordinator
                    .cookies()
                    .forEach((name, value) ->
                            context.addCookies(List.of(new com.microsoft.playwright.options.Cookie(name, value)
                                    .setDomain("localhost")
                                    .setPath("/")
                                    .setSecure(true))));
            look(page, "/coalitions/" + world.coalition, "coalition-coordinator", width);
            look(page, list, "join-requests", width);
        }
    }

    private static void look(Page page, String path, String name, int width) {
        page.navigate(path);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png")));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits into %d px", path, width)
                .isTrue();
    }
}
