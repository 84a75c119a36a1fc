package se.koalition.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
        SignIn.as(person, page);
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

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
