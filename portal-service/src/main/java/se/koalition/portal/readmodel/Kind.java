package se.koalition.portal.readmodel;

/** What an actor posts: something that it seeks, or something that it can give. */
public enum Kind {
    NEED("need", "needs"),
    OFFER("offer", "offers");

    private final String type;
    private final String path;

    Kind(String type, String path) {
        this.type = type;
        this.path = path;
    }

    /** The aggregate's type. */
    public String type() {
        return type;
    }

    /** How addresses call it. */
    public String path() {
        return path;
    }

    public Kind other() {
        return this == NEED ? OFFER : NEED;
    }
}
