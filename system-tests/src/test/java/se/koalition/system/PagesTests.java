package se.koalition.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.koalition.local.demo.Demo;
import se.koalition.system.Mailbox.Mail;

/** Step 6: sign-in, and doing things on pages, in a real browser. */
class PagesTests {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static Chromium chromium;

    private BrowserContext context;
    private Page page;

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

    @BeforeEach
    void open() {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("sv-SE")
                        .setBaseURL(Suite.running().portal().toString()));
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void signIn(Person person) {
        String address = String.valueOf(person.email());
        Set<String> before = new HashSet<>();
        Mailbox.of(address).forEach(mail -> before.add(mail.id()));
        page.navigate("/sign-in");
        page.getByLabel("E-postadress").fill(address);
        click("Skicka länken");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Titta i din e-post");
        Mail mail = Mailbox.expect(
                address,
                m -> !before.contains(m.id()) && m.text() != null && m.text().contains("/sign-in/"));
        page.navigate(mail.link(Suite.running().portal() + "/sign-in/"));
        click("Logga in", page.locator("main"));
        assertThat(page.locator(".banner")).containsText("Du är inloggad");
    }

    private void click(String button) {
        click(button, page.locator("body"));
    }

    private static void click(String button, com.microsoft.playwright.Locator within) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(button)
                                .setExact(true))
                .first()
                .click();
    }

    private void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    @Test
    void aMemberAnswersAnInvitation() {
        String id = Demonstration.schedule("Svara på sidan", "2027-02-08T09:00", "2027-02-08T10:00");
        signIn(Demonstration.member(10));

        page.navigate("/meetings/" + id);
        click("Ja");

        assertThat(page.locator(".banner")).containsText("Ditt svar är sparat");
        assertThat(page.locator(".is-yes")).containsText("1");
        screenshot("meeting-answered");
        assertThat(context.cookies().stream().map(cookie -> cookie.name))
                .as("the session's cookie")
                .anyMatch(name -> name.startsWith("__Host-"));
    }

    @Test
    void aMemberSharesAnInsightAndARefusedFormKeepsWhatWasWritten() {
        signIn(Demonstration.member(11));
        page.navigate("/coalitions/" + Demonstration.COALITION);
        follow("Dela en insikt");
        page.getByLabel("Rubrik").fill("Skolfrukost");
        click("Dela insikten");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Text: Fyll i fältet.");
        assertThat(page.getByLabel("Rubrik")).hasValue("Skolfrukost");
        screenshot("insight-refused");

        page.locator("#text").fill("**Frukost** gör att fler kommer i tid.");
        page.getByLabel("Alla", new Page.GetByLabelOptions().setExact(false))
                .first()
                .check();
        click("Dela insikten");
        assertThat(page.locator(".banner")).containsText("Insikten är delad");
        assertThat(page.locator("main strong")).hasText("Frukost");
        screenshot("insight");
    }

    @Test
    void aCoordinatorSchedulesMovesAndCancelsAMeeting() {
        signIn(Person.COORDINATOR);
        page.navigate("/coalitions/" + Demonstration.COALITION);
        follow("Planera ett möte");
        page.getByLabel("Rubrik").fill("Planerat på sidan");
        page.locator("#date").fill("2027-04-15");
        page.locator("#startTime").fill("10:00");
        page.locator("#endTime").fill("09:00");
        click("Planera mötet och bjud in");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Sluttiden måste ligga efter starttiden.");
        assertThat(page.getByLabel("Rubrik")).hasValue("Planerat på sidan");

        page.locator("#endTime").fill("12:00");
        click("Planera mötet och bjud in");
        assertThat(page.locator(".banner")).containsText("Mötet är planerat");
        assertThat(page.locator("h1")).hasText("Planerat på sidan");

        follow("Flytta mötet");
        page.locator("#date").fill("2027-04-16");
        click("Flytta mötet");
        assertThat(page.locator(".banner")).containsText("Mötet är flyttat");
        assertThat(page.locator("main")).containsText("fredag 16 april 2027");
        Mailbox.expect(
                String.valueOf(Demonstration.member(12).email()),
                mail -> mail.subject().contains("Planerat på sidan")
                        && mail.subject().contains("16 apr"));

        follow("Ställ in mötet");
        page.locator("#reason").fill("Påsklov");
        click("Ställ in mötet");
        assertThat(page.locator(".banner")).containsText("Mötet är inställt");
        assertThat(page.locator("main")).containsText("Påsklov");
        screenshot("meeting-cancelled");
    }

    @Test
    void aCoordinatorSeesWhoIsMissing() {
        signIn(Person.COORDINATOR);
        page.navigate("/coalitions/" + Demonstration.COALITION);
        follow("Vem saknas?");

        assertThat(page.locator("table")).containsText("Östra Göinge");
        assertThat(page.locator(".gap").first()).containsText("Kommunen");
        for (int width : new int[] {320, 1280}) {
            page.setViewportSize(width, 800);
            for (String path : List.of("/coverage", "/coverage?theme=n%C3%A4rvaro", "/edit", "/activate")) {
                page.navigate("/coalitions/" + Demonstration.COALITION + path);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(path)
                        .isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("%s fits into %d px", path, width)
                        .isTrue();
                screenshot(path.replaceAll("\\W+", "") + "-" + width);
            }
        }
    }

    @Test
    void aLinkInAMailAnswersAfterTheClick() {
        Person member = Demonstration.member(13);
        String id = Demonstration.schedule("Klicka i mejlet", "2027-02-09T09:00", "2027-02-09T10:00");
        Mail mail =
                Mailbox.expect(String.valueOf(member.email()), m -> m.subject().contains("Klicka i mejlet"));

        page.navigate(mail.link(Suite.running().portal() + "/answers/"));
        screenshot("answer-link");
        click("Bekräfta svaret");

        assertThat(page.locator("h1")).hasText("Tack, ditt svar är sparat");
        Demonstration.awaitMeeting(id, m -> m.path("answers").path("yes").asInt() == 1);
    }

    @Test
    void theLanguageIsSwitchedAndKept() {
        page.navigate("/");
        follow("English");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.navigate("/coalitions/" + Demonstration.COALITION);
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        follow("Svenska");
        assertThat(page.locator("html")).hasAttribute("lang", "sv");
    }

    @Test
    void aLinkToSignInWorksOnce() {
        Person member = Demonstration.member(14);
        signIn(member);
        String link = Mailbox.expect(
                        String.valueOf(member.email()),
                        m -> m.text() != null && m.text().contains("/sign-in/"))
                .link(Suite.running().portal() + "/sign-in/");
        click("Logga ut");
        page.navigate(link);
        click("Logga in", page.locator("main"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Länken gäller inte");
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"320,LIGHT", "1280,LIGHT", "320,DARK", "1280,DARK"})
    void noPageHasAnAccessibilityFinding(int width, ColorScheme scheme) {
        try (BrowserContext own = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("sv-SE")
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        .setBaseURL(Suite.running().portal().toString()))) {
            Page look = own.newPage();
            for (String path : List.of(
                    "/",
                    "/coalitions/" + Demonstration.COALITION,
                    "/coalitions/" + Demonstration.COALITION + "/exchange",
                    "/meetings/" + Demo.id("meeting-2027-2"),
                    "/insights/" + Demo.id("insight-1"),
                    "/sign-in",
                    "/nowhere")) {
                look.navigate(path);
                assertThat(new AxeBuilder(look).analyze().getViolations())
                        .as(path)
                        .isEmpty();
                assertThat((Boolean) look.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("%s fits into %d px", path, width)
                        .isTrue();
                String name = path.substring(1).replaceAll("/[^/]*\\d[^/]*", "").replace('/', '-');
                look.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(
                                (name.isEmpty() ? "start" : name) + "-" + width + "-" + scheme + ".png")));
            }
        }
    }

    @Test
    void thePagesAboutMembersHaveNoFindingEither() {
        signIn(Person.COORDINATOR);
        for (int width : List.of(320, 1280)) {
            page.setViewportSize(width, 800);
            for (String path : List.of("/me", "/coalitions/" + Demonstration.COALITION + "/members")) {
                page.navigate(path);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(path)
                        .isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("%s fits into %d px", path, width)
                        .isTrue();
                screenshot("members" + path.replaceAll("/.*/|/", "-") + "-" + width);
            }
        }
    }

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
