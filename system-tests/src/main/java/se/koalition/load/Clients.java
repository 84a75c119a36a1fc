package se.koalition.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Sixteen at a time, each on a virtual thread and with one request under way. */
final class Clients {

    static final int COUNT = 16;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** As fast as the answers come. */
    Round run(Work work, Duration atMost) throws InterruptedException {
        return run(work, atMost, Double.POSITIVE_INFINITY);
    }

    /**
     * Until the work is done for so long and so often: a compiler that a busy machine leaves no time for is not done
     * after seconds alone. At three times as long it ends all the same.
     */
    void warmUp(Work work, Duration atLeast, int requests) throws InterruptedException {
        long start = System.nanoTime();
        int done = run(work, atLeast).tally().accepted.size();
        while (done < requests && System.nanoTime() - start < atLeast.toNanos() * 3) {
            done += run(work, Duration.ofSeconds(1)).tally().accepted.size();
        }
    }

    /** @param perSecond all clients together; whoever is behind its times catches up */
    Round run(Work work, Duration atMost, double perSecond) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + atMost.toNanos();
        long between = (long) (COUNT * 1e9 / perSecond);
        List<Tally> tallies = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < COUNT; client++) {
            int number = client;
            Tally tally = new Tally();
            tallies.add(tally);
            long first = start + number * between / COUNT;
            threads.add(Thread.startVirtualThread(() -> drive(work, number, first, between, end, tally)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Tally all = new Tally();
        tallies.forEach(all::addAll);
        return new Round(all, (System.nanoTime() - start) / 1e9);
    }

    private void drive(Work work, int client, long first, long between, long end, Tally tally) {
        for (long due = first; System.nanoTime() < end; due += between) {
            LockSupport.parkNanos(due - System.nanoTime());
            HttpRequest request = work.next(client);
            if (request == null) {
                return;
            }
            try {
                long sent = System.nanoTime();
                HttpResponse<byte[]> response = send(request);
                tally.answered(response.statusCode(), response.body(), System.nanoTime() - sent);
            } catch (IOException e) {
                tally.other(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
