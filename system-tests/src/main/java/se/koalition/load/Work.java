package se.koalition.load;

import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** What the clients send. */
@FunctionalInterface
interface Work {

    /** The client's next request, or {@code null} if it has done its share; each client asks for its own only. */
    @Nullable HttpRequest next(int client);
}
