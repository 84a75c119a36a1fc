package se.koalition.portal.commands;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.security.Caller;
import se.koalition.portal.security.Tokens;
import se.koalition.portal.settings.Settings;

/**
 * Sends commands to their owners, each behind a circuit breaker of its own. Sent again is only what never left, or
 * what carries a key: twice the same command may mean twice the effect.
 */
@Component
public class Owners {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Map<Owner, String> addresses;
    private final Map<Owner, CircuitBreaker> breakers = new EnumMap<>(Owner.class);
    private final Retry never =
            Retry.of("never-sent", retry().retryOnException(Owners::neverSent).build());
    private final Retry keyed = Retry.of(
            "keyed", retry().retryOnException(e -> e instanceof IOException).build());
    private final Tokens tokens;

    Owners(Tokens tokens, Settings settings) {
        this.tokens = tokens;
        Settings.Services services = settings.services();
        this.addresses = Map.of(
                Owner.ACTOR, services.actor(),
                Owner.MEETING, services.meeting(),
                Owner.INSIGHT, services.insight(),
                Owner.NOTIFICATION, services.notification());
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .permittedNumberOfCallsInHalfOpenState(3)
                .recordException(e -> e instanceof IOException)
                .build();
        for (Owner owner : Owner.values()) {
            breakers.put(owner, CircuitBreaker.of(owner.service(), config));
        }
    }

    private static RetryConfig.Builder<Object> retry() {
        return RetryConfig.custom().maxAttempts(3).waitDuration(Duration.ofMillis(100));
    }

    /** @throws Problem {@code service-unavailable} if the owner does not answer, {@code invalid-input} if it cannot be asked */
    public Reply send(Owner owner, Command command, Caller caller) {
        HttpRequest request = valid(owner, command, caller);
        CircuitBreaker breaker = Optional.ofNullable(breakers.get(owner)).orElseThrow();
        Callable<HttpResponse<byte[]>> once =
                breaker.decorateCallable(() -> client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        try {
            return new Reply((command.repeatable() ? keyed : never).executeCallable(once));
        } catch (IOException | CallNotPermittedException e) {
            throw Problem.unavailable(sentence(owner, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The portal is stopping. Try again in a moment.");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What no request can carry, such as a header with a line's end, is refused here. */
    private HttpRequest valid(Owner owner, Command command, Caller caller) {
        try {
            return request(owner, command, caller);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("The address or a header has characters that may not stand there.");
        }
    }

    private HttpRequest request(Owner owner, Command command, Caller caller) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(addresses.get(owner) + command.path()))
                .timeout(ANSWER)
                .method(
                        command.method(),
                        HttpRequest.BodyPublishers.ofByteArray(command.body().bytes()))
                .header("Authorization", "Bearer " + tokens.mint(caller, owner.service()));
        command.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        String contentType = command.body().contentType();
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (!command.headers().containsKey(Traces.HEADER)) {
            request.header(Traces.HEADER, Traces.fresh());
        }
        return request.build();
    }

    private static boolean neverSent(Throwable e) {
        return e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
    }

    /** Whether it is safe to try again is what the caller needs to know. */
    private static String sentence(Owner owner, Exception e) {
        return e instanceof CallNotPermittedException || neverSent(e)
                ? owner.things() + " cannot be changed at the moment: " + owner.service()
                        + " does not answer. Nothing was changed; try again in a moment."
                : owner.service()
                        + " did not answer in time. The change may have been made: look before you try again.";
    }
}
