package se.koalition.messaging;

/** What an aggregate decided: its state from now on and the one fact that led there. Storing happens elsewhere. */
public record Decision<S>(S state, Fact fact) {}
