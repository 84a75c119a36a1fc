package se.koalition.portal.pages.actors;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What would happen if a file were taken in, as its owner foresees it. */
record ImportForeseen(int rows, int registered, int joined, int unchanged, List<Alike> similar) {

    /** A new name, and those of known actors that are like it. */
    record Alike(String name, List<Known> to) {}

    record Known(String id, String name) {}

    static ImportForeseen of(JsonNode answer) {
        return new ImportForeseen(
                answer.path("rows").asInt(0),
                answer.path("registered").asInt(0),
                answer.path("joined").asInt(0),
                answer.path("unchanged").asInt(0),
                answer.path("similar").valueStream().map(ImportForeseen::alike).toList());
    }

    private static Alike alike(JsonNode one) {
        return new Alike(
                one.path("name").asString(""),
                one.path("to")
                        .valueStream()
                        .map(known -> new Known(
                                known.path("id").asString(""),
                                known.path("name").asString("")))
                        .toList());
    }
}
