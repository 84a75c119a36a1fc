package se.koalition.notification.mails;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The way out. When the mail server is away, a circuit breaker keeps everybody from waiting for it and lets one mail
 * try now and then; a refusal of one mail is no reason to stop the others.
 */
@Component
public class Smtp {

    private final JavaMailSenderImpl sender;
    private final MailSettings settings;
    private final Clock clock;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "smtp",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(5)
                    .minimumNumberOfCalls(5)
                    .waitDurationInOpenState(Duration.ofSeconds(5))
                    .automaticTransitionFromOpenToHalfOpenEnabled(true)
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .ignoreExceptions(MailRefused.class)
                    .build());

    Smtp(JavaMailSenderImpl sender, MailSettings settings, Clock clock) {
        this.clock = clock;
        this.sender = sender;
        this.settings = settings;
    }

    /** Whether it makes sense to try. */
    public boolean open() {
        return breaker.getState() != CircuitBreaker.State.OPEN;
    }

    /**
     * Returns when the server has taken the mail over.
     *
     * @throws MailRefused if it never will
     * @throws MailServerAway if it may later
     */
    public void send(Mail mail) {
        try {
            breaker.executeRunnable(() -> attempt(mail));
        } catch (MailException | CallNotPermittedException e) {
            throw new MailServerAway(e);
        }
    }

    private void attempt(Mail mail) {
        MimeMessage message = message(mail);
        try {
            sender.send(message);
        } catch (MailSendException e) {
            for (Exception cause : e.getMessageExceptions()) {
                Refusals.permanent(cause).ifPresent(reply -> {
                    throw new MailRefused(reply);
                });
            }
            throw e;
        }
    }

    private MimeMessage message(Mail mail) {
        try {
            return new MimeMail(sender.getSession(), mail, settings.mailFrom(), clock.instant());
        } catch (AddressException e) {
            throw new MailRefused("not a mail address");
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail could not be put together", e);
        }
    }
}
