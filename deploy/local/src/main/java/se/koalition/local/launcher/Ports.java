package se.koalition.local.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where everything listens, on the loopback interface only.
 *
 * @param offset added to every port, for a second suite on the same machine
 */
record Ports(int offset) {

    private static final int CONNECT_MILLIS = 500;

    /** The store's port, the highest, then is below those that Linux gives to outgoing connections. */
    private static final int MOST = 5_700;

    Ports {
        if (offset < 0 || offset > MOST) {
            throw new Stop("A port offset must be between 0 and " + MOST
                    + ": ports above 32767 can be taken by any outgoing connection.");
        }
    }

    /** For a suite that nobody is to talk to. */
    static Ports free() {
        return IntStream.iterate(MOST, offset -> offset > 0, offset -> offset - 50)
                .mapToObj(Ports::new)
                .filter(Ports::allFree)
                .findFirst()
                .orElseThrow(() -> new Stop("No free ports were found: stop other suites on this machine."));
    }

    int of(Service service) {
        return service.port() + offset;
    }

    int broker() {
        return 9092 + offset;
    }

    int store() {
        return 27_017 + offset;
    }

    int smtp() {
        return 3025 + offset;
    }

    int mailbox() {
        return 8025 + offset;
    }

    URI at(Service service) {
        return URI.create("http://127.0.0.1:" + of(service));
    }

    /** As browsers are to see it; also the issuer of tokens. */
    URI portal() {
        return URI.create("http://localhost:" + of(Service.PORTAL));
    }

    /** What runs in the launcher itself. */
    Map<String, Integer> servers() {
        Map<String, Integer> servers = new LinkedHashMap<>();
        servers.put("store", store());
        servers.put("broker", broker());
        servers.put("mail", smtp());
        servers.put("mailbox", mailbox());
        return servers;
    }

    Map<String, Integer> all() {
        Map<String, Integer> all = servers();
        for (Service service : Service.values()) {
            all.put(service.module(), of(service));
        }
        return all;
    }

    void requireFree() {
        all().forEach((part, port) -> {
            if (!isFree(port)) {
                throw new Stop("Port " + port + " (" + part + ") is taken by another program: stop that program, or"
                        + " move all ports with ./koalition up --port-offset " + (offset + 100) + ".");
            }
        });
    }

    boolean allFree() {
        return all().values().stream().allMatch(Ports::isFree);
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
