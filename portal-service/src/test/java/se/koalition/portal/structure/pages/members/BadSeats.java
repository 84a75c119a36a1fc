package se.koalition.portal.structure.pages.members;

/** The feature that the frame knows. */
public class BadSeats {}
