package se.koalition.portal.commands;

import java.util.Optional;

/** The service that owns what a path names; its name is also the audience of its tokens. */
public enum Owner {
    ACTOR("actor-service", "Coalitions, actors and members"),
    MEETING("meeting-service", "Meetings"),
    INSIGHT("insight-service", "Insights"),
    NOTIFICATION("notification-service", "Mails");

    private final String service;
    private final String things;

    Owner(String service, String things) {
        this.service = service;
        this.things = things;
    }

    /** The name by which it is known, also in what is collected from it. */
    public String service() {
        return service;
    }

    /** What cannot be changed while the service is away. */
    String things() {
        return things;
    }

    static Optional<Owner> of(String path) {
        String[] parts = path.split("[/?]", 4);
        return switch (parts.length > 2 ? parts[2] : "") {
            case "coalitions", "actors", "members", "join-requests", "needs", "offers", "matches" -> Optional.of(ACTOR);
            case "meetings" -> Optional.of(MEETING);
            case "insights" -> Optional.of(INSIGHT);
            default -> Optional.empty();
        };
    }
}
