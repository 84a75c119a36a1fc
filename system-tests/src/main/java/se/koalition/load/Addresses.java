package se.koalition.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.stream.IntStream;

/** Where the measured suite and the floor listen, apart from any other suite on the machine. */
record Addresses(int offset) {

    /** With less than 5,700 the store's port lies below those that the system gives to outgoing connections. */
    static Addresses free() {
        return IntStream.iterate(5_600, offset -> offset > 100, offset -> offset - 100)
                .mapToObj(Addresses::new)
                .filter(Addresses::allFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free ports found."));
    }

    URI portal() {
        return at(8080);
    }

    URI meetings() {
        return at(8082);
    }

    URI floor() {
        return at(8090);
    }

    String broker() {
        return "127.0.0.1:" + (9092 + offset);
    }

    String store() {
        return "mongodb://127.0.0.1:" + (27_017 + offset);
    }

    private URI at(int port) {
        return URI.create("http://127.0.0.1:" + (port + offset));
    }

    private boolean allFree() {
        return IntStream.of(3025, 8025, 8080, 8081, 8082, 8083, 8084, 8090, 9092, 27_017)
                .allMatch(port -> isFree(port + offset));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
