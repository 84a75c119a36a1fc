package se.koalition.messaging;

/**
 * What a service needs in the store, such as an index: asked for beside the start, again and again until the store is
 * there, so that a service starts, and says that it lives, without its store.
 */
@FunctionalInterface
public interface StorePreparation {

    /** Makes what is missing; may be called again at any time. */
    void prepare();
}
