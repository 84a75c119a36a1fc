package se.koalition.messaging;

/**
 * What happened to an aggregate, in the past tense; its record components are the event's {@code fact} on the wire, so
 * an implementation holds nothing that must stay inside.
 */
public interface Fact {

    /** The name on the wire with its version, such as {@code meeting.scheduled.v1}; never a class name. */
    String type();
}
