package se.koalition.load;

import java.util.List;

/**
 * A second coalition, so that the demo's stays as small as a real one is.
 *
 * @param clients members with tokens for meeting-service, as many as there are clients
 * @param probes further members, who look when an answer shows
 * @param probesAtPortal the same with tokens for the portal
 */
record Ground(List<Caller> clients, List<Caller> probes, List<Caller> probesAtPortal, List<String> meetings) {

    /** How many meetings the load is spread over. */
    static final int MEETINGS = 1_000;
    /** How many members look when an answer shows. */
    static final int PROBES = 2;

    /** One more meeting, for everybody at the same time. */
    String oneMeeting() {
        return meetings.getLast();
    }

    List<String> manyMeetings() {
        return meetings.subList(0, MEETINGS);
    }
}
