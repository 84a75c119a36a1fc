package se.koalition.messaging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes topics and what the store needs beside the start, again and again until broker and store are there. */
final class Preparation implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Preparation.class);

    private final List<StorePreparation> store;
    private final MessagingSettings settings;
    private final String brokers;
    private @Nullable Thread thread;

    Preparation(List<StorePreparation> store, MessagingSettings settings, String brokers) {
        this.store = store;
        this.settings = settings;
        this.brokers = brokers;
    }

    private void prepare() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            boolean topics = false;
            boolean stored = false;
            while (!(topics && stored) && !Thread.currentThread().isInterrupted()) {
                stored = stored || store();
                topics = topics || Topics.create(admin, settings);
                LockSupport.parkNanos(topics && stored ? 0 : TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private boolean store() {
        try {
            store.forEach(StorePreparation::prepare);
            return true;
        } catch (RuntimeException e) {
            log.info("The store could not be prepared yet: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().daemon().name("preparation").start(this::prepare);
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before anything else of a service, for the consumers need the topics. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
