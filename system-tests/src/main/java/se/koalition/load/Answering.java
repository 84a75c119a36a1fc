package se.koalition.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * Members who answer invitations, each to one meeting after the other. In the first lap every answer is a new aggregate,
 * later ones change it; no answer says the same twice, which would store nothing.
 */
final class Answering implements Work {

    private static final List<String> CHOICES = List.of("yes", "no", "maybe");

    private final URI service;
    private final List<Caller> members;
    private final List<String> meetings;
    private final AtomicIntegerArray done;
    private volatile int share = Integer.MAX_VALUE;

    /** One answer to be given. */
    record Step(Caller member, String meeting, String answer) {
        HttpRequest request(URI service) {
            return member.request(service, "/api/meetings/" + meeting + "/answers/" + member.id())
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"answer\":\"" + answer + "\"}"))
                    .build();
        }
    }

    Answering(URI service, List<Caller> members, List<String> meetings) {
        this.service = service;
        this.members = members;
        this.meetings = meetings;
        this.done = new AtomicIntegerArray(members.size());
    }

    /** How many answers each member may have given by the end of the round, so that enough is left for the next. */
    Answering until(int answers) {
        share = answers;
        return this;
    }

    Step step(int client) {
        int number = done.getAndIncrement(client);
        // Nobody follows in another's steps: they begin at different meetings.
        int first = client * meetings.size() / members.size();
        String meeting = meetings.get((first + number) % meetings.size());
        return new Step(members.get(client), meeting, CHOICES.get(number / meetings.size() % CHOICES.size()));
    }

    @Override
    public @Nullable HttpRequest next(int client) {
        return done.get(client) < share ? step(client).request(service) : null;
    }
}
