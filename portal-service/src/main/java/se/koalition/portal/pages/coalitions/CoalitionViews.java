package se.koalition.portal.pages.coalitions;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.koalition.portal.overview.Overview;
import se.koalition.portal.pages.Days;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.settings.Sweden;

/** Turns a coalition's overview into what its page shows. */
@Component
class CoalitionViews {

    /** So many of a sector are shown; the page of all actors has the others. */
    private static final int SHOWN = 20;

    private final MessageSource messages;
    private final Clock clock;

    CoalitionViews(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    CoalitionView view(Overview o, Locale language) {
        Instant now = clock.instant();
        return new CoalitionView(
                o.id(),
                o.name(),
                o.challenge(),
                o.background(),
                o.purposes(),
                o.convenors().stream().map(Overview.Named::name).toList(),
                o.period(),
                o.themes(),
                o.area().stream()
                        .map(Coalition.Place::name)
                        .sorted(Sweden.order())
                        .toList(),
                o.phase(),
                o.concludedAt() == null ? null : Days.past(o.concludedAt(), language),
                o.actors().count(),
                sectors(o.actors()),
                o.meetings().items().stream().map(m -> line(m, now, language)).toList(),
                o.insights().items().stream().map(i -> line(i, language)).toList(),
                activity(o.activity(), o, language));
    }

    List<CoalitionView.ActivityLine> activity(Overview.Page page, Overview o, Locale language) {
        return page.items().stream().map(a -> line(a, o, language)).toList();
    }

    private static List<CoalitionView.SectorView> sectors(Overview.Actors actors) {
        return actors.bySector().entrySet().stream()
                .filter(sector -> sector.getValue() > 0)
                .map(sector -> new CoalitionView.SectorView(
                        sector.getKey(), sector.getValue(), inSector(actors, sector.getKey())))
                .toList();
    }

    private static List<CoalitionView.ActorLine> inSector(Overview.Actors actors, String sector) {
        return actors.items().stream()
                .filter(actor -> actor.sector().equals(sector))
                .limit(SHOWN)
                .map(actor -> new CoalitionView.ActorLine(actor.id(), actor.name(), actor.municipality()))
                .toList();
    }

    private static CoalitionView.MeetingLine line(Overview.MeetingItem m, Instant now, Locale language) {
        ZoneId zone = Days.zone(m.timeZone());
        return new CoalitionView.MeetingLine(
                m.id(),
                m.title(),
                Days.planned(m.start(), zone, language),
                Days.times(m.start(), m.end(), zone),
                m.status(),
                m.answers().yes(),
                m.answers().no(),
                m.answers().maybe(),
                m.answers().waiting(),
                m.end().isBefore(now));
    }

    private static CoalitionView.InsightLine line(Overview.InsightItem i, Locale language) {
        return new CoalitionView.InsightLine(
                i.id(), i.title(), i.themes(), i.visibility(), i.author(), Days.past(i.sharedAt(), language));
    }

    /** Of a list of actors the title is its length, which the text counts with. */
    private CoalitionView.ActivityLine line(Overview.ActivityItem a, Overview o, Locale language) {
        Object title = a.type().startsWith("actors-import.") ? Integer.valueOf(a.title()) : a.title();
        String convenors = o.convenors().stream().map(Overview.Named::name).collect(Collectors.joining(", "));
        String text = messages.getMessage("activity." + a.type(), new Object[] {title, convenors}, a.title(), language);
        return new CoalitionView.ActivityLine(Days.past(a.time(), language), Objects.requireNonNullElse(text, ""));
    }
}
