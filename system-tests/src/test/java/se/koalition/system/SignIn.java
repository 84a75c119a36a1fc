package se.koalition.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashSet;
import java.util.Set;
import se.koalition.system.Mailbox.Mail;

/** Signing in as people do: an address, a mail, a link and a click. */
final class SignIn {

    private SignIn() {}

    static void as(Person person, Page page) {
        String address = String.valueOf(person.email());
        Set<String> before = new HashSet<>();
        Mailbox.of(address).forEach(mail -> before.add(mail.id()));
        page.navigate("/sign-in");
        page.getByLabel("E-postadress").fill(address);
        click("Skicka länken", page);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Titta i din e-post");
        Mail mail = Mailbox.expect(
                address,
                m -> !before.contains(m.id()) && m.text() != null && m.text().contains("/sign-in/"));
        page.navigate(mail.link(Suite.running().portal() + "/sign-in/"));
        click("Logga in", page);
        assertThat(page.locator(".banner")).containsText("Du är inloggad");
    }

    private static void click(String button, Page page) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }
}
