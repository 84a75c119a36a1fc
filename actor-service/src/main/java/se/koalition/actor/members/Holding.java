package se.koalition.actor.members;

import static com.mongodb.client.model.Filters.eq;

import java.util.List;
import se.koalition.messaging.Aggregates;

/**
 * What a feature stores that comes from a member, besides the member: they may know all of it (GDPR, article 15). Each
 * feature adds its own, so that members need not know the features.
 */
public interface Holding {

    /** What it is called in the answer. */
    String name();

    /** Each as others know it. */
    List<Object> of(String memberId);

    /** @param field where such an aggregate's state has the member's id */
    static <S> Holding of(String name, Aggregates<S> aggregates, String field) {
        return new Holding() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Object> of(String memberId) {
                return aggregates.findAll(eq("state." + field, memberId)).stream()
                        .map(found -> aggregates.type().wireState().apply(found.state()))
                        .toList();
            }
        };
    }
}
