package se.koalition.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What only this installation knows; made once, for links in mails already sent must go on to work.
 *
 * @param link signs answer links
 * @param localToken opens the portal's {@code /local/tokens}
 */
record Secrets(String link, String localToken) {

    private static final int BYTES = 32;

    static Secrets in(Path directory) {
        try {
            Files.createDirectories(directory);
            return new Secrets(read(directory.resolve("link-secret")), read(directory.resolve("local-token-secret")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Path unfinished = Files.createTempFile(file.getParent(), "new", "");
            if (Files.getFileStore(unfinished).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(unfinished, HexFormat.of().formatHex(random));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
