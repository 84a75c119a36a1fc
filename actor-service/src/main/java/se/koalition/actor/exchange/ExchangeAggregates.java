package se.koalition.actor.exchange;

import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import se.koalition.actor.members.Holding;
import se.koalition.messaging.AggregateType;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.AggregatesFactory;
import se.koalition.messaging.Topics;

@Configuration
class ExchangeAggregates {

    @Bean
    Aggregates<Posting> storedNeeds(AggregatesFactory factory) {
        return postings(Kind.NEED, factory);
    }

    @Bean
    Aggregates<Posting> storedOffers(AggregatesFactory factory) {
        return postings(Kind.OFFER, factory);
    }

    @Bean
    Aggregates<Match> storedMatches(AggregatesFactory factory) {
        return factory.of(
                new AggregateType<>("match", "actor-service", Topics.ACTOR_EVENTS, Match.class, MatchState::of));
    }

    @Bean
    Holding openedNeeds(@Qualifier("storedNeeds") Aggregates<Posting> needs) {
        return Holding.of("needs", needs, "memberId");
    }

    @Bean
    Holding openedOffers(@Qualifier("storedOffers") Aggregates<Posting> offers) {
        return Holding.of("offers", offers, "memberId");
    }

    @Bean
    Holding contactTaken(Aggregates<Match> matches) {
        return Holding.of("matches", matches, "contactedBy");
    }

    private static Aggregates<Posting> postings(Kind kind, AggregatesFactory factory) {
        return factory.of(new AggregateType<>(
                kind.type(), "actor-service", Topics.ACTOR_EVENTS, Posting.class, PostingState::of));
    }

    /** A day is no instant: kept as text it is the same in every zone that a process may run in. */
    @Bean
    MongoCustomConversions conversions() {
        return new MongoCustomConversions(List.of(new DayToText(), new TextToDay()));
    }

    private static final class DayToText implements Converter<LocalDate, String> {
        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    private static final class TextToDay implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }
}
