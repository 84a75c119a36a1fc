package se.koalition.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import se.koalition.local.demo.Demo;
import se.koalition.local.portal.PortalClient;

/** Reading the demo's coalition at the portal, against an endpoint that answers the same bytes. */
record Reads(Addresses addresses, Clients clients, Options options, Progress progress, Table table) {

    private static final String PATH = "/api/coalitions/" + Demo.id("coalition");

    void measure(PortalClient portal, Floor floor) throws IOException, InterruptedException {
        HttpRequest visitor =
                HttpRequest.newBuilder(addresses.portal().resolve(PATH)).build();
        HttpRequest member = Caller.of(portal, Demo.COORDINATOR, "portal")
                .orElseThrow()
                .request(addresses.portal(), PATH)
                .build();
        HttpRequest least =
                HttpRequest.newBuilder(addresses.floor().resolve("/bytes")).build();
        HttpResponse<byte[]> seen = clients.send(visitor);
        if (seen.statusCode() != 200) {
            throw new IllegalStateException("The portal answers " + seen.statusCode() + " to " + PATH);
        }
        floor.keep(seen.body(), clients);
        progress.step("Warming up GET %s (%,d bytes)".formatted(PATH, seen.body().length));
        for (HttpRequest request : new HttpRequest[] {visitor, member, least}) {
            clients.warmUp(client -> request, options.warmUp(), options.warmUpRequests());
        }
        Rounds visitors = new Rounds();
        Rounds members = new Rounds();
        Rounds bare = new Rounds();
        for (int i = 0; i < options.rounds(); i++) {
            visitors.add(clients.run(client -> visitor, options.round()));
            members.add(clients.run(client -> member, options.round()));
            bare.add(clients.run(client -> least, options.round()));
            progress.step(
                    "Reads: visitors %s, members %s, floor %s".formatted(visitors.rate(), members.rate(), bare.rate()));
        }
        report("visitor", visitors, bare);
        report("member with a token", members, bare);
        table.note("Reads: GET portal %s, the demo's coalition, %,d bytes; floor: GET of the same bytes from a bare"
                        .formatted(PATH, seen.body().length)
                + " Spring MVC endpoint. To a member the portal answers a little more (insights of the coalition).");
    }

    private void report(String who, Rounds ours, Rounds bare) {
        String read = "read a coalition, 16 clients, " + who;
        table.add(Row.of(read, ours, bare, ">= 0.60"));
        table.add(Row.of("  p50", 50, ours.latencies(), bare.latencies(), ""));
        table.add(Row.of("  p99", 99, ours.latencies(), bare.latencies(), ""));
        table.add(new Row("  refused: 409 / 503 / other", ours.refused(), bare.refused(), Row.NONE, ""));
    }
}
