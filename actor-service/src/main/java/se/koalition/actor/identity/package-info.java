/** By what organisations are told apart and found: numbers, web addresses, names that are alike; depends on nothing here. */
@NullMarked
package se.koalition.actor.identity;

import org.jspecify.annotations.NullMarked;
