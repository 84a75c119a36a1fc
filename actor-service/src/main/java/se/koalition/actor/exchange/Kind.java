package se.koalition.actor.exchange;

import java.util.Arrays;

/** What an actor posts: something that it seeks, or something that it can give. */
enum Kind {
    NEED("need", "needs"),
    OFFER("offer", "offers");

    private final String type;
    private final String path;

    Kind(String type, String path) {
        this.type = type;
        this.path = path;
    }

    /** The aggregate's type, with which the names of its facts begin. */
    String type() {
        return type;
    }

    /** How the API's addresses call it. */
    String path() {
        return path;
    }

    static Kind ofPath(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path.equals(path))
                .findFirst()
                .orElseThrow();
    }
}
