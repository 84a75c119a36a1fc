package se.koalition.portal.structure.pages;

/** A frame around all pages that knows one feature. */
public class BadFrame {
    public Class<?> around() {
        return se.koalition.portal.structure.pages.members.BadSeats.class;
    }
}
