package se.koalition.portal.overview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.Activity;

/** Activity page by page; a page tells the word by which the next one is asked for. */
@Component
public class Activities {

    private static final int PAGE = 20;

    private final Activity activity;

    Activities(Activity activity) {
        this.activity = activity;
    }

    public Overview.Page page(String coalitionId, boolean everyone, Activity.@Nullable Position after) {
        List<Activity.Item> found = activity.newest(coalitionId, everyone, after, PAGE + 1);
        List<Overview.ActivityItem> items = found.stream()
                .limit(PAGE)
                .map(i -> new Overview.ActivityItem(i.id(), i.time(), i.type(), i.subjectId(), i.title()))
                .toList();
        return new Overview.Page(items, found.size() > PAGE ? word(items.getLast()) : null);
    }

    private static String word(Overview.ActivityItem last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((last.time() + " " + last.id()).getBytes(UTF_8));
    }

    /** What a word stands for; empty if no page ended with it. */
    public static Optional<Activity.Position> position(String word) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(word), UTF_8);
            int blank = text.indexOf(' ');
            return blank < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Activity.Position(Instant.parse(text.substring(0, blank)), text.substring(blank + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
