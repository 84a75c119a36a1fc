package se.koalition.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** From an accepted command to its effect in the portal's API, while others answer at half of what is possible. */
record Visibility(
        Addresses addresses, Clients clients, Backlog backlog, Options options, Progress progress, Table table) {

    private static final Duration BETWEEN_ANSWERS = Duration.ofMillis(20);

    /** What the probes saw, and what the others did meanwhile. */
    private record Seen(Samples samples, int lost, Round load) {}

    void measure(Ground ground, double capacity) throws IOException, InterruptedException, ExecutionException {
        double rate = capacity / 2;
        Answering load = new Answering(addresses.meetings(), ground.clients(), ground.manyMeetings());
        Answering probing = new Answering(addresses.meetings(), ground.probes(), ground.manyMeetings());
        progress.step("Visibility at %.0f answers/s, after a warm-up".formatted(rate));
        watch(ground, probing, load, rate, options.warmUp());
        Seen seen = watch(ground, probing, load, rate, options.visibility());
        backlog.settle();
        progress.step("Visible: p50 %.1f ms of %d"
                .formatted(seen.samples().percentile(50), seen.samples().size()));
        Samples raw;
        try (RawKafka kafka = new RawKafka(addresses.broker())) {
            kafka.measure(rate, options.warmUp());
            raw = kafka.measure(rate, options.visibility());
        }
        progress.step("Raw Kafka: p50 %.1f ms of %d".formatted(raw.percentile(50), raw.size()));
        table.add(Row.of("accepted -> visible at the portal, p50", 50, seen.samples(), raw, "<= 30 ms"));
        table.add(Row.of("  p99", 99, seen.samples(), raw, ""));
        table.note(String.format(
                Locale.ROOT,
                "Visible: %d probes answer and then read GET portal /api/meetings/{id}, without X-Sequence and 1 ms"
                        + " apart, from the accepting response until a response shows the answer; %d samples, %d not"
                        + " seen. Meanwhile 16 clients answer at %.0f/s of the intended %.0f/s, half of what they"
                        + " reached above. Floor: kafka-clients from send() to poll(), acks=all, linger 0, 1 KiB, 12"
                        + " partitions, at the same rate, %d samples.",
                Ground.PROBES,
                seen.samples().size(),
                seen.lost(),
                seen.load().perSecond(),
                rate,
                raw.size()));
    }

    private Seen watch(Ground ground, Answering probing, Answering load, double rate, Duration duration)
            throws InterruptedException, ExecutionException {
        Samples samples = new Samples();
        int lost = 0;
        long end = System.nanoTime() + duration.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> probes = new ArrayList<>();
            List<Samples> taken = new ArrayList<>();
            for (int i = 0; i < Ground.PROBES; i++) {
                int number = i;
                Samples own = new Samples();
                taken.add(own);
                Probe probe =
                        new Probe(addresses, clients, ground.probesAtPortal().get(i));
                Callable<Integer> watching = () -> watch(probe, probing, number, end, own);
                probes.add(threads.submit(watching));
            }
            Round round = clients.run(load, duration, rate);
            for (int i = 0; i < Ground.PROBES; i++) {
                lost += probes.get(i).get();
                samples.addAll(taken.get(i));
            }
            return new Seen(samples, lost, round);
        }
    }

    private static int watch(Probe probe, Answering probing, int number, long end, Samples samples)
            throws IOException, InterruptedException {
        int lost = 0;
        while (System.nanoTime() < end) {
            lost += probe.take(probing.step(number), samples) ? 0 : 1;
            Thread.sleep(BETWEEN_ANSWERS);
        }
        return lost;
    }
}
