package se.koalition.portal.readmodel;

import java.util.List;

/** The parts of society that actors belong to, in the order in which they are shown. */
public final class Sectors {

    public static final List<String> ALL =
            List.of("authority", "region", "municipality", "academia", "culture", "civil-society", "business");

    private Sectors() {}
}
