package se.koalition.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Answers to invitations at the service that owns them, against one insert behind a bare endpoint. */
record Commands(Stack stack, Clients clients, Backlog backlog, Options options, Progress progress, Table table) {

    private static final String PATH = "PUT meeting-service /api/meetings/{id}/answers/{memberId}";

    /** Returns how many answers a second were accepted when spread over many meetings. */
    double measure(Ground ground) throws IOException, InterruptedException, ExecutionException {
        Addresses addresses = stack.addresses();
        List<String> one = List.of(ground.oneMeeting());
        Answering spread = new Answering(addresses.meetings(), ground.clients(), ground.manyMeetings());
        Answering together = new Answering(addresses.meetings(), ground.clients(), one);
        Answering least = new Answering(addresses.floor(), ground.clients(), ground.manyMeetings());
        progress.step("Warming up %s and its floor".formatted(PATH));
        int part = Ground.MEETINGS / (options.rounds() + 1);
        clients.warmUp(together, options.warmUp(), options.warmUpRequests());
        clients.run(spread.until(part), options.round());
        backlog.settle();
        clients.warmUp(least, options.warmUp(), options.warmUpRequests());
        Rounds many = new Rounds();
        Rounds single = new Rounds();
        Rounds bare = new Rounds();
        CpuTime cpu = new CpuTime(stack);
        StringBuilder behind = new StringBuilder();
        for (int i = 1; i <= options.rounds(); i++) {
            // What is new the first time is not new the second: warm-up and rounds have their parts of the meetings.
            cpu.start();
            many.add(clients.run(spread.until(part * (i + 1)), options.round()));
            behind.append("%s%.1f".formatted(behind.isEmpty() ? "" : ", ", backlog.settle()));
            cpu.stop();
            single.add(clients.run(together, options.round()));
            backlog.settle();
            bare.add(clients.run(least, options.round()));
            progress.step(
                    "Commands: spread %s, one meeting %s, floor %s".formatted(many.rate(), single.rate(), bare.rate()));
        }
        report("answers, 16 clients over 1,000 meetings", many, bare);
        report("answers, 16 clients on one meeting", single, bare);
        table.note("Answers: " + PATH + " with tokens of 16 members, sent to the service itself. Over 1,000 meetings"
                + " each answer is a new aggregate; on one meeting each member changes its own answer again and"
                + " again. Floor: the same request to a bare Spring MVC endpoint that inserts one document"
                + " (w:majority) into the same store, in a JVM with the same flags.");
        table.note("Everything that an answer sets off in the suite (outbox, broker, portal) runs at the same time on"
                + " the same cores; after the spread rounds all of it had arrived within " + behind
                + " s. Processor time of each such answer,"
                + " until then: " + cpu.each(many.latencies().size()) + ".");
        return many.median();
    }

    private void report(String measure, Rounds ours, Rounds bare) {
        table.add(Row.of(measure, ours, bare, ">= 0.50"));
        table.add(Row.of("  p50", 50, ours.latencies(), bare.latencies(), ""));
        table.add(Row.of("  p99", 99, ours.latencies(), bare.latencies(), ""));
        table.add(new Row("  refused: 409 / 503 / other", ours.refused(), bare.refused(), Row.NONE, ""));
    }
}
