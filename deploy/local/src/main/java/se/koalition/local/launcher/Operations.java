package se.koalition.local.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import se.koalition.local.demo.Demo;
import se.koalition.local.portal.Answer;
import se.koalition.local.portal.PortalClient;

/** What an operator does with a running suite: over HTTP, with tokens, as in production. */
record Operations(Home home, Console console) {

    private static final int NOT_FOUND = 404;

    @FunctionalInterface
    private interface Work<T> {
        T with(Ports ports, PortalClient portal) throws IOException;
    }

    int token(String email, String audience) {
        console.line(connected((ports, portal) -> token(portal, email, audience)));
        return 0;
    }

    int resync(Service service) {
        return connected((ports, portal) -> tell(service, actuator(ports, portal, service, "POST", "resync")));
    }

    int deadLetters(List<Service> services) {
        return each(services, "GET");
    }

    int replay(List<Service> services) {
        return each(services, "POST");
    }

    private int each(List<Service> services, String method) {
        return connected((ports, portal) -> {
            int exit = 0;
            for (Service service : services) {
                exit |= tell(service, actuator(ports, portal, service, method, "deadletters"));
            }
            return exit;
        });
    }

    private int tell(Service service, Answer answer) {
        boolean has = answer.status() != NOT_FOUND;
        String done = answer.body().isBlank() ? "done" : answer.body();
        String said = answer.succeeded() ? done : answer.toString();
        console.line("%-21s %s".formatted(service.module(), has ? said : "has none"));
        return answer.succeeded() || !has ? 0 : 1;
    }

    private static Answer actuator(Ports ports, PortalClient portal, Service service, String method, String endpoint)
            throws IOException {
        String token = token(portal, Demo.OPERATOR, service.audience());
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
        return portal.send(method, ports.at(service) + "/actuator/" + endpoint, headers, new byte[0]);
    }

    private static String token(PortalClient portal, String email, String audience) throws IOException {
        return portal.token(email, audience)
                .orElseThrow(() -> new Stop("Nobody with the address " + email + " is known: use a member's address or "
                        + Demo.OPERATOR + "."));
    }

    private <T> T connected(Work<T> work) {
        Ports ports = new Ports(Running.required(home).offset());
        String secret = Secrets.in(home.file("secrets")).localToken();
        try (PortalClient portal = new PortalClient(ports.at(Service.PORTAL), secret)) {
            return work.with(ports, portal);
        } catch (IOException e) {
            throw new Stop("A part does not answer (" + e.getMessage() + "): ./koalition status shows which.");
        }
    }
}
