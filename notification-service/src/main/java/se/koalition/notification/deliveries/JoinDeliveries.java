package se.koalition.notification.deliveries;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.koalition.notification.deliveries.Delivery.Kind;
import se.koalition.notification.directory.Directory;
import se.koalition.notification.directory.JoinRequest;
import se.koalition.notification.directory.Member;

/**
 * Who is mailed about a request to join. Of one without proof nobody hears until a coordinator answers: neither
 * coordinators, nor whoever's address it names.
 */
@Component
class JoinDeliveries {

    private final Directory directory;
    private final Deliveries deliveries;
    private final Clock clock;

    JoinDeliveries(Directory directory, Deliveries deliveries, Clock clock) {
        this.directory = directory;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    void request(JoinRequest request, boolean silent) {
        Stream<Delivery> coordinators = held(request) && request.proven()
                ? directory.membersWithRoleIn(request.coalitionId()).stream()
                        .filter(member -> coordinated(member, request))
                        .map(member -> delivery(request, Kind.JOIN_ASKED, member, silent))
                : Stream.empty();
        Stream<Delivery> applicant = Optional.ofNullable(request.memberId()).flatMap(directory::member).stream()
                .flatMap(member ->
                        answer(request, member).stream().map(kind -> delivery(request, kind, member, silent)));
        deliveries.add(Stream.concat(coordinators, applicant).toList());
    }

    /** All that the member may be due, as applicant or as coordinator. */
    void member(Member member, boolean silent) {
        List<String> coalitions =
                member.roles().stream().map(Member.Role::coalitionId).distinct().toList();
        Stream.concat(directory.joinRequestsBy(member.id()).stream(), directory.joinRequestsTo(coalitions).stream())
                .distinct()
                .forEach(request -> request(request, silent));
    }

    /** Whether what the mail says still holds. */
    static boolean current(JoinRequest request, Kind kind) {
        return switch (kind) {
            case JOIN_ASKED, JOIN_RECEIVED -> held(request);
            case JOIN_ACCEPTED -> request.status().equals("accepted");
            case JOIN_DECLINED -> request.status().equals("declined");
            default -> false;
        };
    }

    private static boolean held(JoinRequest request) {
        return request.status().equals("held");
    }

    /** Already then: who comes later finds it on the page. */
    private static boolean coordinated(Member member, JoinRequest request) {
        return member.roles().stream()
                .anyMatch(role ->
                        role.coordinates(request.coalitionId()) && !role.since().isAfter(request.receivedAt()));
    }

    /** Welcome is only who has their seat, for the mail says that they can sign in. */
    private static Optional<Kind> answer(JoinRequest request, Member applicant) {
        return switch (request.status()) {
            case "held" -> request.proven() ? Optional.of(Kind.JOIN_RECEIVED) : Optional.empty();
            case "accepted" -> applicant.applicant() == null ? Optional.of(Kind.JOIN_ACCEPTED) : Optional.empty();
            case "declined" -> Optional.of(Kind.JOIN_DECLINED);
            default -> Optional.empty();
        };
    }

    private Delivery delivery(JoinRequest request, Kind kind, Member member, boolean silent) {
        return Delivery.to(member.id(), request.id(), 0, kind, silent, clock.instant());
    }
}
