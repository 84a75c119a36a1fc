package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A coordinator or a colleague gives someone the actor's seat; an address belongs to one member only. */
class SeatTests extends RunningService {

    private final String anna = newId();
    private final String email = "anna-" + anna + "@skolan.example";
    private String actor = "";

    @BeforeEach
    void anActor() {
        startedCoalition();
        actor = registered("Skolan " + coalition);
    }

    private static String person(String email) {
        return "{\"name\":\"Anna\",\"email\":\"" + email + "\"}";
    }

    private Request seat(String body) {
        return post("/api/actors/" + actor + "/members", body);
    }

    private MvcTestResult seatAnna(String body) {
        return as(coordinator, seat(body).with("Idempotency-Key", anna));
    }

    @Test
    void aCoordinatorSeatsAMember() {
        assertThat(seatAnna(person(email)))
                .hasStatus(201)
                .hasHeader("Location", "/api/members/" + anna)
                .hasHeader("ETag", "\"1\"")
                .hasHeader("X-Sequence", "member:" + anna + ":1")
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"" + anna + "\"}");
    }

    @Test
    void theMemberIsToldToTheOtherServices() {
        seatAnna("{\"name\":\" Anna  \",\"email\":\"" + email + "\",\"language\":\"en\"}");

        assertThat(told("member", anna)).singleElement().satisfies(event -> {
            assertThat(event.header("ce_id")).isEqualTo("member:" + anna + ":1");
            assertThat(event.type()).isEqualTo("member.added.v1");
            assertThat(event.header("ce_member")).isEqualTo(coordinator);
            assertThat(event.fact()).isEqualTo(Map.of("actorId", actor));
            assertThat(event.state())
                    .containsOnlyKeys("id", "name", "email", "language", "actorId", "roles", "addedAt", "history")
                    .containsEntry("name", "Anna")
                    .containsEntry("email", email)
                    .containsEntry("language", "en")
                    .containsEntry("actorId", actor)
                    .containsEntry("roles", List.of());
        });
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndAnotherOneAConflict() {
        seatAnna(person(email));

        assertThat(seatAnna(person(email))).hasStatus(201).hasHeader("X-Sequence", "member:" + anna + ":1");
        refused(seatAnna(person("bo-" + email)), 409, "conflict");
        assertThat(told("member", anna)).hasSize(1);
    }

    @Test
    void anAddressBelongsToOneMemberHoweverItIsTyped() {
        seatAnna(person(email));

        refused(as(coordinator, seat(person(email))), 409, "conflict");
        refused(as(coordinator, seat(person(email.replace("anna-", "ANNA-")))), 409, "conflict");
    }

    @Test
    void whoCoordinatesFromOutsideMayGetASeatAsWell() {
        assertThat(as(coordinator, seat(person(address(coalition)))))
                .hasStatus(201)
                .hasHeader("Location", "/api/members/" + coordinator);
        assertThat(told("member", coordinator).getLast().state())
                .containsEntry("actorId", actor)
                .containsEntry("name", "Samordnaren");
        assertThat(as(coordinator, post("/api/actors", actor("Museet " + coalition))))
                .hasStatus(201);
    }

    @Test
    void manyWhoSeatTheSameAddressAtOnceSeatOneMember() throws Exception {
        List<Callable<MvcTestResult>> requests = IntStream.range(0, 6)
                .<Callable<MvcTestResult>>mapToObj(i -> () -> as(coordinator, seat(person(email))))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = threads.invokeAll(requests).stream()
                    .map(Future::resultNow)
                    .map(answer -> answer.getResponse().getStatus())
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
        }
        assertThat(mongo.getCollection("member").countDocuments(new Document("state.email", email)))
                .isEqualTo(1);
    }

    @Test
    void whoIsSeatedMayCoordinateACoalitionAsWell() {
        seatAnna(person(email));
        String second = newId();
        started(second, email);

        assertThat(told("member", anna)).hasSize(2).last().satisfies(event -> {
            assertThat(event.fact()).isEqualTo(Map.of("actorId", actor, "coalitionId", second, "role", "coordinator"));
            assertThat(event.state()).containsEntry("actorId", actor);
        });
        assertThat(as(anna, post("/api/actors", actor("Teatern " + second).replace(coalition, second))))
                .hasStatus(201);
    }

    @Test
    void neitherAForeignCoordinatorNorAnotherActorsMemberSeatsMembers() {
        seatAnna(person(email));
        String second = newId();
        started(second, "annan-" + second + "@koalition.example");
        String foreign = coordinatorOf(second);

        String elsewhere = newId();
        as(
                coordinator,
                post("/api/actors/" + registered("Teatern " + coalition) + "/members", person("cia-" + email))
                        .with("Idempotency-Key", elsewhere));

        for (String other : List.of(foreign, elsewhere, newId())) {
            refused(as(other, seat(person("bo-" + email))), 403, "forbidden");
        }
        refused(asOperator(seat(person("bo-" + email))), 403, "forbidden");
        assertThat(mongo.getCollection("member").countDocuments(new Document("state.email", "bo-" + email)))
                .isZero();
    }

    /** Or whoever may bring a known actor in could read what its people read elsewhere, and throw them out. */
    @Test
    void aCoalitionThatTheActorJoinedLaterHasNoSayAboutItsNameAndSeats() {
        seatAnna(person(email));
        String second = newId();
        started(second, "annan-" + second + "@koalition.example");
        String foreign = coordinatorOf(second);
        assertThat(as(foreign, bringIn(second, "Skolan " + coalition))).hasStatus(201);

        refused(as(foreign, seat(person("bo-" + email))), 403, "forbidden");
        refused(
                as(
                        foreign,
                        put(
                                        "/api/actors/" + actor + "/description",
                                        "{\"name\":\"Skolan %s\",\"sector\":\"business\"}".formatted(coalition))
                                .with("If-Match", "*")),
                403,
                "forbidden");
        String members = "/api/members/" + anna;
        refused(as(foreign, get(members)), 403, "forbidden");
        refused(as(foreign, put(members + "/deputy", "{\"deputy\":true}")), 403, "forbidden");
        refused(as(foreign, post(members + "/departure", "{}")), 403, "forbidden");
        as(anna, post(members + "/departure", "{}"));
        refused(as(foreign, delete(members)), 403, "forbidden");
        assertThat(as(coordinator, seat(person("bo-" + email)))).hasStatus(201);
        assertThat(as(coordinator, delete(members))).hasStatus(204);
    }

    @Test
    void whereTheActorHasTakenPartLongestOfThoseThatAreLeftCaresForIt() {
        String second = newId();
        started(second, "annan-" + second + "@koalition.example");
        String foreign = coordinatorOf(second);
        as(foreign, bringIn(second, "Skolan " + coalition));
        as(coordinator, post("/api/actors/" + actor + "/departures", "{\"coalitionId\":\"" + coalition + "\"}"));

        assertThat(as(foreign, seat(person(email)))).hasStatus(201);

        as(coordinator, bringIn(coalition, "Skolan " + coalition));
        refused(as(coordinator, seat(person("bo-" + email))), 403, "forbidden");
    }

    @Test
    void whoRepresentsTheActorSeatsOthersToo() {
        seatAnna(person(email));
        String bo = newId();

        assertThat(as(anna, seat(person("bo-" + email)).with("Idempotency-Key", bo)))
                .hasStatus(201);
        assertThat(told("member", bo).getFirst().header("ce_member")).isEqualTo(anna);
    }

    @Test
    void aSuccessorTakesTheSeatOfWhoHadIt() {
        seatAnna(person(email));
        String bo = newId();
        String teacher = newId();
        String body = "{\"name\":\"Bo\",\"email\":\"bo-" + email + "\",\"successorOf\":\"%s\"}";

        assertThat(as(anna, seat(body.formatted(anna)).with("Idempotency-Key", bo)))
                .hasStatus(201);
        assertThat(told("member", bo).getFirst().fact()).isEqualTo(Map.of("actorId", actor, "successorOf", anna));
        for (String stranger : List.of(coordinator, teacher, "x")) {
            refused(
                    as(coordinator, seat(body.replace("bo-", "cia-").formatted(stranger))),
                    "successorOf",
                    "has had no seat of this actor");
        }
    }

    @Test
    void anUnknownActorHasNoSeats() {
        refused(as(coordinator, post("/api/actors/" + newId() + "/members", person(email))), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name     | must not be blank | {'email':'anna@skolan.example'}",
                "name     | must be one line with a letter or digit, without control or invisible characters"
                        + " | {'name':'A\\r\\nBcc: x','email':'anna@skolan.example'}",
                "email    | must not be blank | {'name':'Anna'}",
                "email    | must be a well-formed email address | {'name':'Anna','email':'anna'}",
                "email    | must be a well-formed email address | {'name':'Anna','email':'a@x.example,b@x.example'}",
                "language | must be sv or en | {'name':'Anna','email':'anna@skolan.example','language':'SV'}",
                "deputy   | is of another type than expected"
                        + " | {'name':'Anna','email':'anna@skolan.example','deputy':[1]}",
                "roles    | is not known here | {'name':'Anna','email':'anna@skolan.example','roles':[]}"
            })
    void whatCannotBeUsedIsNamed(String field, String sentence, String body) {
        refused(as(coordinator, seat(body.replace('\'', '"'))), field, sentence);
    }
}
