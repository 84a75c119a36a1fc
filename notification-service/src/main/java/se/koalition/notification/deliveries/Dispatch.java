package se.koalition.notification.deliveries;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.koalition.notification.mails.Smtp;

/** Claims what is due and hands it to a few senders at a time; looks again when woken, and every second. */
@Component
class Dispatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final int SENDERS = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final Deliveries deliveries;
    private final Sender sender;
    private final Smtp smtp;
    private final Semaphore news = new Semaphore(0);
    private final Semaphore free = new Semaphore(SENDERS);
    private volatile @Nullable Thread thread;

    Dispatch(Deliveries deliveries, Sender sender, Smtp smtp) {
        this.deliveries = deliveries;
        this.sender = sender;
        this.smtp = smtp;
    }

    /** There may be something to send. */
    void wake() {
        news.release();
    }

    private void run() {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            while (thread != null) {
                try {
                    if (!smtp.open() || !sendOne(senders)) {
                        pause();
                    }
                } catch (RuntimeException e) {
                    log.warn("Deliveries wait: {}", e.getMessage());
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was one. */
    private boolean sendOne(ExecutorService senders) throws InterruptedException {
        free.acquire();
        Optional<Delivery> claimed = Optional.empty();
        try {
            claimed = deliveries.claim();
        } finally {
            if (claimed.isEmpty()) {
                free.release();
            }
        }
        claimed.ifPresent(delivery -> senders.execute(() -> {
            try {
                sender.send(delivery);
            } finally {
                free.release();
            }
        }));
        return claimed.isPresent();
    }

    private void pause() throws InterruptedException {
        if (news.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("dispatch").unstarted(this::run);
        thread.start();
    }

    /** Lets the mails that are on their way arrive. */
    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(GOODBYE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
