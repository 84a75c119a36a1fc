package se.koalition.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Which replies of a mail server are for good and which are not, given by one that says what it is told to say. */
class SmtpTests implements AutoCloseable {

    /** What it answers to a command, if not yes. */
    private final Map<String, String> replies = new ConcurrentHashMap<>();

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Smtp smtp;

    SmtpTests() throws IOException {
        Thread.ofVirtual().start(this::serve);
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getLocalPort());
        smtp = new Smtp(sender, Samples.SETTINGS, Clock.systemUTC());
    }

    @AfterEach
    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> converse(client));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void converse(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.print("220 ready\r\n");
            out.flush();
            boolean content = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (content && !line.equals(".")) {
                    continue;
                }
                String command = line.split(" ", 2)[0];
                content = command.equals("DATA") && !replies.containsKey("DATA");
                out.print(replies.getOrDefault(command, content ? "354 go on" : "250 yes") + "\r\n");
                out.flush();
            }
        } catch (IOException e) {
            // The sender has gone.
        }
    }

    private void send() {
        smtp.send(Samples.mails().insight("k", Samples.insight("Hej"), Samples.ANNA));
    }

    @Test
    void aRefusedRecipientIsForGoodAndTheReasonDoesNotNameThem() {
        replies.put("RCPT", "550 5.1.1 no anna@skola.example here");

        assertThatExceptionOfType(MailRefused.class).isThrownBy(this::send).withMessage("550 to RCPT");
    }

    @Test
    void refusedContentIsForGood() {
        replies.put(".", "554 spam");

        assertThatExceptionOfType(MailRefused.class).isThrownBy(this::send).withMessage("554 to DATA");
    }

    @Test
    void aBusyServerOrARefusedSenderIsNot() {
        replies.put("RCPT", "450 later");
        assertThatExceptionOfType(MailServerAway.class).isThrownBy(this::send);
        replies.clear();
        replies.put("MAIL", "550 who are you");
        assertThatExceptionOfType(MailServerAway.class).isThrownBy(this::send);
    }

    @Test
    void refusalsOfSomeKeepTheWayOpenForOthers() {
        replies.put("RCPT", "550 no");
        for (int i = 0; i < 20; i++) {
            assertThatExceptionOfType(MailRefused.class).isThrownBy(this::send);
        }
        replies.clear();

        assertThat(smtp.open()).isTrue();
        assertThatNoException().isThrownBy(this::send);
    }

    @Test
    void aServerThatIsAwayIsLeftAloneForAWhile() throws IOException {
        server.close();

        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(MailServerAway.class).isThrownBy(this::send);
        }

        assertThat(smtp.open()).isFalse();
    }
}
