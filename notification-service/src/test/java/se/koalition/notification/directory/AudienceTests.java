package se.koalition.notification.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When somebody has joined a coalition. */
class AudienceTests {

    private static final Instant MARCH = Instant.parse("2027-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2027-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2027-05-01T00:00:00Z");

    private static Optional<Instant> joined(@Nullable String actorId, List<Member.Role> roles) {
        Member member = new Member(
                "anna", "Anna", "anna@x.example", "sv", actorId, roles, APRIL, null, null, null, null, null, List.of());
        List<Actor> actors = List.of(actor("early", MARCH), actor("late", MAY), new Actor("none", "none", List.of()));
        return Audience.joined(member, "c", actors);
    }

    private static Actor actor(String id, Instant joinedAt) {
        return new Actor(id, id, List.of(new Actor.Participation("c", joinedAt)));
    }

    @Test
    void withTheActorButNotBeforeBeingAdded() {
        assertThat(joined("early", List.of())).contains(APRIL);
        assertThat(joined("late", List.of())).contains(MAY);
    }

    @Test
    void byARoleOfOnesOwn() {
        assertThat(joined(null, List.of(new Member.Role("c", "coordinator", MAY))))
                .contains(MAY);
        assertThat(joined("early", List.of(new Member.Role("c", "coordinator", MARCH))))
                .contains(MARCH);
    }

    @Test
    void neverThroughAnotherCoalitionOrAnActorThatIsNotThere() {
        assertThat(joined("none", List.of())).isEmpty();
        assertThat(joined("unknown", List.of(new Member.Role("other", "coordinator", MARCH))))
                .isEmpty();
    }
}
