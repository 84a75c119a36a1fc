package se.koalition.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTests {

    @TempDir
    private Path directory;

    private Clone clone;

    @BeforeEach
    void build() throws Exception {
        clone = new Clone(directory);
    }

    @AfterEach
    void stop() {
        clone.close();
    }

    private void runs(int exit, String output, String... arguments) throws Exception {
        int was = clone.run(output, arguments);
        assertThat(was).as(clone.said(output)).isEqualTo(exit);
    }

    @Test
    void upNamesEveryPartAndDownStopsAll() throws Exception {
        Process up = clone.up("up.txt");
        assertThat(clone.said("up.txt"))
                .contains("store", "broker", "mail", "portal-service", "notification-service")
                .contains(clone.ports.portal().toString(), "/api/docs")
                .contains("Sign in as operator@koalition.example (operator)");
        runs(0, "status.txt", "status");

        runs(0, "token.txt", "token", "anna@lund.example");
        assertThat(clone.said("token.txt")).isEqualToIgnoringWhitespace("a-token");

        runs(0, "down.txt", "down");
        assertThat(up.waitFor()).isEqualTo(143);
        assertThat(clone.said("up.txt")).contains("Stopped.");
        assertThat(clone.ports.allFree()).isTrue();
        runs(1, "status.txt", "status");
    }

    @Test
    void aDeadServiceIsNamedWithItsLogAndASecondUpStartsIt() throws Exception {
        clone.up("up.txt");
        long other = clone.process(Service.ACTOR).pid();
        clone.process(Service.MEETING).destroyForcibly();
        clone.awaitSaid("up.txt", "meeting-service has died");
        clone.awaitSaid("up.txt", "    The stand-in is up");
        runs(1, "status.txt", "status");

        runs(0, "again.txt", "up");
        assertThat(clone.said("again.txt")).contains("meeting-service").doesNotContain("actor-service");
        runs(0, "status.txt", "status");

        assertThat(clone.process(Service.ACTOR).pid()).isEqualTo(other);
        runs(0, "again.txt", "up");
        assertThat(clone.said("again.txt")).contains("running already");
    }

    @Test
    void afterTheLauncherIsKilledUpEndsWhatItLeftAndStartsAgain() throws Exception {
        Process up = clone.up("up.txt");
        ProcessHandle left = clone.process(Service.PORTAL);
        up.destroyForcibly().waitFor();
        assertThat(left.isAlive()).isTrue();
        runs(1, "status.txt", "status");

        clone.up("again.txt");
        assertThat(left.isAlive()).isFalse();
        assertThat(clone.said("again.txt")).contains("killed launcher");
        runs(0, "status.txt", "status");
    }

    @Test
    void aTakenPortEndsWithOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(clone.ports.smtp(), 1, InetAddress.getLoopbackAddress())) {
            String offset = Integer.toString(clone.ports.offset());
            runs(1, "up.txt", "up", "--port-offset", offset);
            assertThat(clone.said("up.txt").strip())
                    .startsWith("Port " + taken.getLocalPort() + " (mail) is taken by another program: stop")
                    .hasLineCount(1);
        }
    }

    @Test
    void anUnknownPartHasNoLogAndTheKnownOnesAreNamed() throws Exception {
        runs(1, "logs.txt", "logs", "nosuch");
        assertThat(clone.said("logs.txt").strip())
                .startsWith("There is no part nosuch; there are store, broker, ")
                .contains("portal-service")
                .hasLineCount(1);
    }

    @Test
    void resetAsksAndAnyLineButYesMeansNo() throws Exception {
        Process asked = clone.start("reset.txt", "reset");
        asked.outputWriter().append("n\n").flush();

        assertThat(asked.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(asked.exitValue()).isEqualTo(1);
        assertThat(clone.said("reset.txt")).contains("Nothing is deleted.");
    }

    @Test
    void resetDeletesOnlyWhenNothingRunsAndItIsMeant() throws Exception {
        clone.up("up.txt");
        runs(1, "reset.txt", "reset", "--yes");
        assertThat(clone.said("reset.txt")).contains("./koalition down first");
        runs(0, "down.txt", "down");
        runs(0, "reset.txt", "reset", "--yes");
        assertThat(Files.exists(clone.home.file("store"))).isFalse();
        assertThat(Files.exists(clone.home.file("secrets"))).isFalse();
    }
}
