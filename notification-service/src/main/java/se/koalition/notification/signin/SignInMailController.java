package se.koalition.notification.signin;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.notification.http.Caller;
import se.koalition.notification.http.Forbidden;
import se.koalition.notification.http.InvalidInput;
import se.koalition.notification.http.Problems;
import se.koalition.notification.mails.MailRefused;
import se.koalition.notification.mails.MailServerAway;
import se.koalition.notification.mails.MailSettings;
import se.koalition.notification.mails.Mails;
import se.koalition.notification.mails.Smtp;

/**
 * Sends a sign-in link at once. It is good for minutes, so it is neither stored for later nor logged; when the mail
 * server is away the portal is told, and its user asks again.
 */
@RestController
class SignInMailController {

    private static final String PORTAL = "portal";

    /** As actor-service takes them: a dot-atom (RFC 5322 §3.4.1) at a domain. */
    private static final String ADDRESS = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]++@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)++";

    private final Mails mails;
    private final Smtp smtp;
    private final MailSettings settings;
    private final Retry twice = Retry.of(
            "sign-in-mail",
            RetryConfig.custom()
                    .maxAttempts(2)
                    .waitDuration(Duration.ofMillis(200))
                    .retryExceptions(MailServerAway.class)
                    .build());

    SignInMailController(Mails mails, Smtp smtp, MailSettings settings) {
        this.mails = mails;
        this.smtp = smtp;
        this.settings = settings;
    }

    /** @param link opens a page of the portal, which asks for a click before it signs in */
    record SignInMail(
            @NotBlank @Email(regexp = ADDRESS) @Size(max = 254) String email,

            @Nullable @Size(max = 200) String name,

            @Pattern(regexp = "sv|en", message = "must be sv or en") String language,

            @NotBlank @Size(max = 2000) String link) {}

    @PostMapping("/internal/sign-in-mails")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void send(@AuthenticationPrincipal Jwt token, @Valid @RequestBody SignInMail request) {
        if (!Caller.of(token).id().equals(PORTAL)) {
            throw new Forbidden("Only the portal itself may have sign-in mails sent.");
        }
        if (!request.link().startsWith(settings.portalUrl() + "/")) {
            throw new InvalidInput("link", "must lead to the portal");
        }
        Locale language = "en".equals(request.language()) ? Locale.UK : Locale.of("sv", "SE");
        var mail = mails.signIn(request.email(), request.name(), language, request.link());
        twice.executeRunnable(() -> smtp.send(mail));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(MailServerAway e) {
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(Problems.problem(status, "mail-server-away", "The mail could not be sent now. Try again soon."));
    }

    @ExceptionHandler
    ProblemDetail refused(MailRefused e) {
        return Problems.problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "mail-refused", "The mail server refused it: " + e.getMessage());
    }
}
