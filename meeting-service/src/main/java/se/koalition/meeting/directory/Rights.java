package se.koalition.meeting.directory;

import org.springframework.stereotype.Component;
import se.koalition.meeting.http.Caller;
import se.koalition.meeting.http.CoalitionConcluded;
import se.koalition.meeting.http.Forbidden;

/** Who may do what in a coalition, as far as the directory knows; {@link ReadYourWrites} has waited for it. */
@Component
public class Rights {

    private final Directory directory;

    Rights(Directory directory) {
        this.directory = directory;
    }

    /** @throws Forbidden unless the caller coordinates the coalition */
    public void requireCoordinator(Caller caller, String coalitionId) {
        if (!directory.coordinates(caller.id(), coalitionId)) {
            throw new Forbidden("Only a coordinator of the coalition may do this.");
        }
    }

    /** @throws Forbidden unless the caller belongs to the coalition */
    public void requireMember(Caller caller, String coalitionId) {
        if (!directory.belongs(caller.id(), coalitionId)) {
            throw new Forbidden("Only members of the coalition may see this.");
        }
    }

    /** @throws CoalitionConcluded if nothing begins in the coalition any more */
    public void requireOpen(String coalitionId) {
        if (directory.concluded(coalitionId)) {
            throw new CoalitionConcluded();
        }
    }
}
