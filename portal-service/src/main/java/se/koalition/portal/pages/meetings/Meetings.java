package se.koalition.portal.pages.meetings;

import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.Meeting;
import se.koalition.portal.readmodel.ReadModel;

/** Finds meetings for pages. */
@Component
class Meetings {

    private final ReadModel model;
    private final Clock clock;

    Meetings(ReadModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
    }

    Meeting get(String id) {
        return model.meeting(id).orElseThrow(() -> Problem.notFound("No such meeting."));
    }

    /** One that a coordinator of its coalition wants to change. */
    Meeting toChange(String id, Visit visit) {
        Meeting meeting = get(id);
        visit.mustCoordinate(meeting.coalitionId());
        return meeting;
    }

    /** Whether an answer still means something. */
    boolean open(Meeting meeting) {
        return meeting.status().equals("scheduled") && meeting.end().isAfter(clock.instant());
    }

    /** Whether it may still be given another time; it may be cancelled even if its coalition is concluded. */
    boolean movable(Meeting meeting) {
        return model.coalition(meeting.coalitionId())
                .filter(Coalition::concluded)
                .isEmpty();
    }

    MeetingView view(Meeting meeting, boolean inside, Locale language) {
        String coalition =
                model.coalition(meeting.coalitionId()).map(Coalition::name).orElse("");
        return MeetingView.of(meeting, coalition, inside, language);
    }

    MeetingView view(Meeting meeting, Visit visit) {
        return view(meeting, visit.belongsTo(meeting.coalitionId()), visit.language());
    }
}
