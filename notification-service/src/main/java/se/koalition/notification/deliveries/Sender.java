package se.koalition.notification.deliveries;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.koalition.notification.directory.Directory;
import se.koalition.notification.directory.JoinRequest;
import se.koalition.notification.directory.Match;
import se.koalition.notification.directory.Meeting;
import se.koalition.notification.directory.Member;
import se.koalition.notification.mails.Mail;
import se.koalition.notification.mails.MailRefused;
import se.koalition.notification.mails.Mails;
import se.koalition.notification.mails.Smtp;

/** Sends one claimed delivery, written from what is known now, and settles it by how that went. */
@Component
class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Deliveries deliveries;
    private final Directory directory;
    private final Mails mails;
    private final Smtp smtp;
    private final Clock clock;

    Sender(Deliveries deliveries, Directory directory, Mails mails, Smtp smtp, Clock clock) {
        this.deliveries = deliveries;
        this.directory = directory;
        this.mails = mails;
        this.smtp = smtp;
        this.clock = clock;
    }

    void send(Delivery claimed) {
        try {
            Optional<Mail> mail = write(claimed);
            if (mail.isEmpty()) {
                deliveries.suppressed(claimed);
                return;
            }
            smtp.send(mail.get());
            deliveries.sent(claimed);
        } catch (MailRefused e) {
            log.warn("Delivery {} is refused for good: {}", claimed.id(), e.getMessage());
            deliveries.failed(claimed, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.warn("Delivery {} is tried again later: {}", claimed.id(), e.getMessage());
            deliveries.again(claimed, backOff(claimed.attempts()));
        }
    }

    /**
     * Nothing if its time has passed: the subject has changed again, the meeting is over, the two have met, or the member
     * has left; who asks to join again after that still hears the answer.
     */
    private Optional<Mail> write(Delivery claimed) {
        Optional<Member> member = directory.member(claimed.memberId()).filter(m -> !m.erased());
        Optional<Member> present = member.filter(Member::present);
        return switch (claimed.kind()) {
            case INVITATION, CANCELLATION ->
                present.flatMap(to -> directory
                        .meeting(claimed.subjectId())
                        .filter(meeting -> isCurrent(meeting, claimed))
                        .map(meeting ->
                                mails.meeting(claimed.id(), claimed.createdAt(), meeting, to, wasInvited(claimed))));
            case INSIGHT ->
                present.flatMap(to -> directory
                        .insight(claimed.subjectId())
                        .map(insight -> mails.insight(claimed.id(), insight, to)));
            case CONTACT ->
                present.flatMap(to -> directory
                        .match(claimed.subjectId())
                        .filter(Match::isNews)
                        .map(match -> mails.contact(claimed.id(), match, to)));
            case WELCOME -> present.map(to -> mails.welcome(claimed.id(), to));
            case JOIN_ASKED, JOIN_RECEIVED, JOIN_ACCEPTED, JOIN_DECLINED ->
                member.flatMap(to -> directory
                        .joinRequest(claimed.subjectId())
                        .filter(request -> JoinDeliveries.current(request, claimed.kind()))
                        .map(request -> joining(claimed, request, to)));
        };
    }

    private Mail joining(Delivery claimed, JoinRequest request, Member to) {
        return switch (claimed.kind()) {
            case JOIN_ASKED -> mails.joinAsked(claimed.id(), request, to);
            case JOIN_RECEIVED -> mails.joinReceived(claimed.id(), request, to);
            default -> mails.joinAnswered(claimed.id(), request, to);
        };
    }

    private boolean isCurrent(Meeting meeting, Delivery claimed) {
        return meeting.revision() == claimed.revision()
                && meeting.invited().contains(claimed.memberId())
                && !meeting.over(clock.instant());
    }

    private boolean wasInvited(Delivery claimed) {
        return deliveries.invitedBefore(claimed.subjectId(), claimed.revision()).contains(claimed.memberId());
    }

    /** 2, 4, 8 … seconds and then every five minutes, for ever. */
    static Duration backOff(int attempts) {
        Duration exponential = Duration.ofSeconds(1L << Math.clamp(attempts, 1, 10));
        return exponential.compareTo(LONGEST) < 0 ? exponential : LONGEST;
    }
}
