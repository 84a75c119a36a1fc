package se.koalition.actor.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Refused;

/**
 * A person who represents an actor, or coordinates a coalition. The only place for personal data.
 *
 * @param actorId the actor they represent; none for a coordinator from outside
 * @param roles beyond being the actor's representative, by coalition
 * @param tenure how they came to their seat, and left it
 */
record Member(
        String id,
        String name,
        String email,
        String language,
        @Nullable String actorId,
        List<Role> roles,
        Instant addedAt,
        Tenure tenure) {

    static final String COORDINATOR = "coordinator";

    /** Someone from outside who belongs to a coalition without coordinating it. */
    static final String MEMBER = "member";

    /** What stands where a name was; the address leads nowhere for ever (RFC 2606 §2). */
    private static final String ERASED = "(erased)";

    private static final String NOWHERE = "@erased.invalid";

    /** Those of before have no tenure in the store. */
    @SuppressWarnings("ConstantValue")
    Member {
        tenure = tenure == null ? Tenure.NONE : tenure;
    }

    record Role(String coalitionId, String role, Instant since) {}

    static Decision<Member> forActor(Members.Person p, Members.Seat seat, Instant now) {
        Member member = new Member(
                p.id(), p.name(), p.email(), p.language(), seat.actorId(), List.of(), now, Tenure.in(seat, null));
        return new Decision<>(member, MemberFact.Added.in(seat));
    }

    /**
     * Seats someone who has no seat. Who had left or is an applicant is the same person with the same history, under
     * the name by which they are invited now; who belongs to a coalition without a seat stays who they are.
     *
     * @param request its repetition finds them seated, and changes nothing
     * @throws Refused.Conflict if they represent an actor already
     */
    @Nullable Decision<Member> seatAgain(Members.Person p, Members.Seat seat, String request, Instant now) {
        mustNotBeErased();
        if (request.equals(tenure.request()) && tenure.leftAt() == null) {
            return null;
        }
        if (actorId != null) {
            throw new Refused.Conflict("The address " + email + " belongs to a member already.");
        }
        Tenure seated = Tenure.in(seat, request);
        Member after = roles.isEmpty()
                ? new Member(id, p.name(), email, p.language(), seat.actorId(), roles, now, seated)
                : with(seat.actorId(), roles, seated);
        return new Decision<>(after, MemberFact.Added.in(seat));
    }

    static Decision<Member> asCoordinator(Members.Person p, String coalitionId, Instant now) {
        Role role = new Role(coalitionId, COORDINATOR, now);
        Member member = new Member(p.id(), p.name(), p.email(), p.language(), null, List.of(role), now, Tenure.NONE);
        return new Decision<>(member, new MemberFact.Added(null, coalitionId, COORDINATOR));
    }

    /** Adds this member to one more coalition as its coordinator. */
    @Nullable Decision<Member> coordinate(String coalitionId, Instant now) {
        mustNotBeErased();
        if (coordinates(coalitionId)) {
            return null;
        }
        Role role = new Role(coalitionId, COORDINATOR, now);
        List<Role> all = Stream.concat(roles.stream(), Stream.of(role)).toList();
        return new Decision<>(
                with(actorId, all, tenure.back()), new MemberFact.Added(actorId, coalitionId, COORDINATOR));
    }

    /** Whoever was found by an address, and erased since, is not that person any more: nothing may name them anew. */
    private void mustNotBeErased() {
        if (tenure.erasedAt() != null) {
            throw new Refused.Conflict("The member " + id + " was erased just now. Try again.");
        }
    }

    /** Makes someone who belongs to the coalition its coordinator. */
    @Nullable Decision<Member> giveRole(String coalitionId, Instant now) {
        if (coordinates(coalitionId)) {
            return null;
        }
        return new Decision<>(
                with(actorId, rolesBut(coalitionId, new Role(coalitionId, COORDINATOR, now)), tenure),
                new MemberFact.RoleGiven(coalitionId, COORDINATOR));
    }

    /** @param seated whether they belong to the coalition by their actor; else they stay as a plain member of it */
    @Nullable Decision<Member> withdrawRole(String coalitionId, boolean seated, Instant now) {
        if (!coordinates(coalitionId)) {
            return null;
        }
        List<Role> left = seated ? rolesBut(coalitionId) : rolesBut(coalitionId, new Role(coalitionId, MEMBER, now));
        return new Decision<>(with(actorId, left, tenure), new MemberFact.RoleWithdrawn(coalitionId, COORDINATOR));
    }

    private List<Role> rolesBut(String coalitionId, Role... instead) {
        return Stream.concat(roles.stream().filter(r -> !r.coalitionId().equals(coalitionId)), Stream.of(instead))
                .toList();
    }

    /** @throws Refused.Conflict if they represent nobody */
    @Nullable Decision<Member> nameDeputy(boolean deputy) {
        if (actorId == null) {
            throw new Refused.Conflict("Only who represents an actor can be its deputy.");
        }
        return deputises() == deputy
                ? null
                : new Decision<>(with(actorId, roles, tenure.asDeputy(deputy)), new MemberFact.NamedDeputy(deputy));
    }

    /**
     * Without seat and roles there are no rights, here and for all who hear of it.
     *
     * @param home the coalition that cares for their actor, if they have one and it has one
     */
    @Nullable Decision<Member> leave(@Nullable String reason, Optional<String> home, Instant now) {
        return tenure.leftAt() != null
                ? null
                : new Decision<>(with(null, List.of(), left(home, now)), new MemberFact.Left(reason));
    }

    private Tenure left(Optional<String> home, Instant now) {
        List<String> coalitions = Stream.concat(home.stream(), roles.stream().map(Role::coalitionId))
                .distinct()
                .toList();
        return tenure.left(actorId, coalitions, now);
    }

    /**
     * Leaves one coalition; whoever has nothing left then has left altogether.
     *
     * @throws Refused.Conflict if they are seated there: then it is the seat that they leave
     */
    @Nullable Decision<Member> leave(String coalitionId, boolean seated, @Nullable String reason, Instant now) {
        Optional<Role> role = role(coalitionId);
        if (seated) {
            throw new Refused.Conflict("They belong to the coalition because they represent an actor there."
                    + " Let them leave their seat, or let the actor leave.");
        }
        if (role.isEmpty()) {
            return null;
        }
        List<Role> left = rolesBut(coalitionId);
        return actorId == null && left.isEmpty()
                ? leave(reason, Optional.empty(), now)
                : new Decision<>(
                        with(actorId, left, tenure),
                        new MemberFact.RoleWithdrawn(coalitionId, role.get().role()));
    }

    @Nullable Decision<Member> describe(String newName, String newLanguage) {
        mustNotBeErased();
        List<String> changed = Stream.of(
                        newName.equals(name) ? "" : "name", newLanguage.equals(language) ? "" : "language")
                .filter(field -> !field.isEmpty())
                .toList();
        return changed.isEmpty()
                ? null
                : new Decision<>(
                        new Member(id, newName, email, newLanguage, actorId, roles, addedAt, tenure),
                        new MemberFact.Described(changed));
    }

    /** Who is erased has left, too. The address is free for anyone again. */
    @Nullable Decision<Member> erase(Optional<String> home, Instant now) {
        if (tenure.erasedAt() != null) {
            return null;
        }
        Tenure ended = tenure.leftAt() == null ? left(home, now) : tenure;
        return new Decision<>(
                new Member(id, ERASED, id + NOWHERE, language, null, List.of(), addedAt, ended.erased(now)),
                new MemberFact.Erased());
    }

    static Decision<Member> applying(Members.Person p, String coalitionId, String requestId, Instant now) {
        Member member = new Member(
                p.id(), p.name(), p.email(), p.language(), null, List.of(), now, Tenure.applicant(coalitionId));
        return new Decision<>(member, new MemberFact.Applied(coalitionId, requestId));
    }

    /** Whoever represents an actor already keeps that seat; nobody sits on two. */
    @Nullable Decision<Member> seat(String newActorId, String requestId, Instant now) {
        if (actorId != null || tenure.erasedAt() != null) {
            return null;
        }
        Instant since = roles.isEmpty() ? now : addedAt;
        Member after = new Member(id, name, email, language, newActorId, roles, since, Tenure.NONE);
        return new Decision<>(after, new MemberFact.Seated(newActorId, requestId));
    }

    /** Belongs to a coalition that said yes to them, beside or without a seat. */
    @Nullable Decision<Member> admit(String coalitionId, String requestId, Instant now) {
        if (role(coalitionId).isPresent() || tenure.erasedAt() != null) {
            return null;
        }
        Instant since = actorId == null && roles.isEmpty() ? now : addedAt;
        List<Role> all = rolesBut(coalitionId, new Role(coalitionId, MEMBER, now));
        Member after = new Member(id, name, email, language, actorId, all, since, tenure.back());
        return new Decision<>(after, new MemberFact.Admitted(coalitionId, requestId));
    }

    private Member with(@Nullable String newActorId, List<Role> newRoles, Tenure newTenure) {
        return new Member(id, name, email, language, newActorId, newRoles, addedAt, newTenure);
    }

    boolean applies() {
        return tenure.applicantIn() != null;
    }

    boolean deputises() {
        return Boolean.TRUE.equals(tenure.deputy());
    }

    List<String> coordinated() {
        return roles.stream()
                .filter(r -> r.role().equals(COORDINATOR))
                .map(Role::coalitionId)
                .toList();
    }

    /** Represents the actor that a duplicate was merged into; whoever sits elsewhere by now stays there. */
    @Nullable Decision<Member> move(String fromActorId, String toActorId) {
        if (!fromActorId.equals(actorId)) {
            return null;
        }
        return new Decision<>(with(toActorId, roles, tenure), new MemberFact.Moved(fromActorId, toActorId));
    }

    boolean coordinates(String coalitionId) {
        return role(coalitionId).filter(r -> r.role().equals(COORDINATOR)).isPresent();
    }

    Optional<Role> role(String coalitionId) {
        return roles.stream().filter(r -> r.coalitionId().equals(coalitionId)).findFirst();
    }
}
