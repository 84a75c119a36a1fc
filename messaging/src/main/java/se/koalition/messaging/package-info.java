/**
 * The one mechanism that every service rests on: an aggregate's facts leave through an outbox in its own document, and
 * others keep replicas of its full state. Knows neither domain nor web.
 */
@NullMarked
package se.koalition.messaging;

import org.jspecify.annotations.NullMarked;
