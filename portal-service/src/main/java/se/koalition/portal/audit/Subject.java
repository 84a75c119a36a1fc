package se.koalition.portal.audit;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Of an aggregate's state, whichever it is, what says where it belongs and how it is called. */
record Subject(
        @Nullable String coalitionId,
        @Nullable String meetingId,
        @Nullable String memberId,
        @Nullable String needId,
        @Nullable String actorId,
        @Nullable String formerActorId,
        @Nullable String title,
        @Nullable String name,
        @Nullable String organisation,
        @Nullable Integer rows,
        @Nullable List<Place> participations,
        @Nullable List<Place> formerParticipations,
        @Nullable List<Place> roles,
        @Nullable Place applicant) {

    /** What takes place in one coalition. */
    record Place(@Nullable String coalitionId) {}

    /** All that the state names, past ones too: what was done there is still to be read there. */
    Set<String> coalitions() {
        Stream<Place> places = Stream.of(participations, formerParticipations, roles)
                .filter(Objects::nonNull)
                .flatMap(List::stream);
        Stream<@Nullable String> all = Stream.concat(
                Stream.of(coalitionId, applicant == null ? null : applicant.coalitionId()),
                places.map(Place::coalitionId));
        return all.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Of a list of actors its length. */
    @Nullable String called() {
        return Stream.of(title, name, organisation, rows == null ? null : rows.toString())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
