package se.koalition.local.servers;

import java.nio.file.Path;

/** A store in a process of its own, which a test can kill. */
final class StoreProcess {

    private StoreProcess() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        try (Store store = Store.start(Path.of(arguments[0]), 0)) {
            System.out.println(store.port());
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
