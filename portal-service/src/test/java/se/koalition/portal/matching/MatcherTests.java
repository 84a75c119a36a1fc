package se.koalition.portal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is proposed for whom, and why. */
class MatcherTests {

    private static final Met NEVER = (one, other) -> false;

    /** Learned once. */
    private static final Matcher matcher = new Matcher();

    private static Posting posting(String id, String sector, String text, String municipality, String... themes) {
        return new Posting(id, "actor of " + id, sector, "", text, List.of(themes), municipality, "by " + municipality);
    }

    private static final Posting NEED =
            posting("need", "municipality", "Vi söker någon som kan hjälpa med läxorna.", "1280", "Läxhjälp");

    private List<String> proposed(Posting need, Posting... offers) {
        return matcher.propose(List.of(need), List.of(offers), NEVER, 3).stream()
                .map(Proposal::offerId)
                .toList();
    }

    @Test
    void what_is_about_the_same_is_proposed_in_whatever_words() {
        Posting plugg = posting("plugg", "civil-society", "Våra volontärer har pluggstuga.", "1280");
        Posting dans = posting("dans", "culture", "Vi dansar med klassen.", "1280");
        assertThat(proposed(NEED, dans, plugg)).containsExactly("plugg");
    }

    @Test
    void what_is_meant_alike_is_proposed_without_a_word_in_common() {
        Posting hungry = posting("hungry", "municipality", "Somliga kommer utan att ha ätit sedan igår.", "1280");
        Posting porridge = posting("porridge", "civil-society", "Vi ställer fram gröt före ringningen.", "1280");
        Posting choir = posting("choir", "culture", "Våra sångare leder klassen i stämmor.", "1280");
        assertThat(proposed(hungry, choir, porridge)).first().isEqualTo("porridge");
        assertThat(proposed(porridge, hungry)).as("the other way round").containsExactly("hungry");
    }

    @Test
    void the_reasons_say_why() {
        Posting offer = posting("offer", "civil-society", "Läxor med volontärer i Malmö.", "1281", "läxhjälp");
        assertThat(matcher.propose(List.of(NEED), List.of(offer), NEVER, 3)
                        .getFirst()
                        .reasons())
                .containsExactly(
                        new Reason.SharedThemes(List.of("Läxhjälp")),
                        new Reason.SharedWords(List.of("läxorna")),
                        new Reason.SameArea("by 1280"),
                        new Reason.DifferentSector("municipality", "civil-society"),
                        new Reason.NeverMet());
        Posting known = posting("known", "municipality", "Läxor tillsammans.", "1290");
        assertThat(matcher.propose(List.of(NEED), List.of(known), (one, other) -> true, 3)
                        .getFirst()
                        .reasons())
                .containsExactly(new Reason.SharedWords(List.of("läxorna", "läxhjälp")));
    }

    @Test
    void among_equals_another_sector_comes_first_and_then_who_has_not_met() {
        Posting same = posting("a", "municipality", "Läxor.", "1280");
        Posting met = posting("b", "culture", "Läxor.", "1280");
        Posting other = posting("c", "culture", "Läxor.", "1280");
        assertThat(matcher
                        .propose(
                                List.of(NEED),
                                List.of(same, met, other),
                                (one, two) -> one.equals(met.actorId()) || two.equals(met.actorId()),
                                3)
                        .stream()
                        .map(Proposal::offerId))
                .containsExactly("c", "b", "a");
    }

    @Test
    void what_is_near_comes_before_what_is_far_but_what_comes_by_wire_is_near() {
        Posting far = posting("far", "culture", "Läxor i Simrishamn.", "1291");
        Posting near = posting("near", "culture", "Läxor i Lund.", "1281");
        Posting wire = posting("wire", "culture", "Läxor i Simrishamn och digitalt.", "1291");
        assertThat(proposed(NEED, far, near).getFirst()).isEqualTo("near");
        assertThat(proposed(NEED, far, wire).getFirst()).isEqualTo("wire");
    }

    @Test
    void rooms_and_places_to_work_at_are_to_be_near() {
        Posting room = posting("room", "municipality", "Vi söker en lokal.", "1280");
        Posting next = posting("a", "culture", "En lokal står tom.", "1281");
        Posting here = posting("b", "culture", "En lokal står tom.", "1280");
        assertThat(proposed(room, next, here)).containsExactly("b", "a");
        Posting nextLesson = posting("a", "culture", "Läxor.", "1281");
        Posting hereLesson = posting("b", "culture", "Läxor.", "1280");
        assertThat(proposed(NEED, nextLesson, hereLesson)).containsExactly("a", "b");
    }

    @Test
    void what_is_for_others_comes_after_what_fits() {
        Posting older = posting("older", "municipality", "Läxhjälp till våra åttor.", "1280");
        Posting young = posting("a", "culture", "Läxor för åk 1–3.", "1280");
        Posting span = posting("b", "culture", "Läxor från åk 6 till gymnasiet.", "1280");
        assertThat(proposed(older, young, span)).containsExactly("b", "a");

        Posting paid = posting("a", "culture", "Läxor, 300 kr per timme.", "1280");
        Posting free = posting("b", "culture", "Läxor utan avgift.", "1280");
        assertThat(proposed(NEED, paid, free)).containsExactly("b", "a");

        Posting grown = posting("a", "culture", "Läxor för vuxna.", "1280");
        Posting byGrown = posting("b", "culture", "Vuxna för läxor.", "1280");
        assertThat(proposed(NEED, grown, byGrown)).containsExactly("b", "a");
    }

    @Test
    void nobody_is_proposed_to_themselves_and_no_more_than_asked_for() {
        Posting own = new Posting("own", NEED.actorId(), "culture", "", "Läxor.", List.of(), null, null);
        List<Posting> offers = new ArrayList<>(List.of(own));
        for (int i = 0; i < 5; i++) {
            offers.add(posting("o" + i, "culture", "Läxor.", "1280"));
        }
        assertThat(matcher.propose(List.of(NEED), offers, NEVER, 3))
                .extracting(Proposal::offerId)
                .containsExactly("o0", "o1", "o2");
    }

    @Test
    void the_order_in_which_they_come_changes_nothing() {
        TestSet set = TestSet.load("dev.json");
        List<Posting> shuffled = new ArrayList<>(set.offers());
        Collections.shuffle(shuffled, new Random(3));
        assertThat(matcher.propose(set.needs(), shuffled, NEVER, 5))
                .isEqualTo(new Matcher().propose(set.needs(), set.offers(), NEVER, 5));
    }

    @Test
    void what_says_nothing_is_proposed_to_nobody() {
        Posting empty = new Posting("empty", "x", "culture", "", "", List.of(), null, null);
        Posting odd = new Posting("odd", "y", "culture", "🙂 <b>", "\u0000 ()[]{}*+", List.of("", "-"), "9999", null);
        assertThat(matcher.propose(List.of(empty, NEED), List.of(empty, odd), NEVER, 3))
                .isEmpty();
        assertThat(matcher.propose(List.of(), List.of(), NEVER, 3)).isEmpty();
    }

    @Test
    void every_line_of_the_lists_can_be_read_and_names_are_not_given_twice() {
        assertThat(Lists.lines("concepts.txt"))
                .allMatch(line -> line.matches("\\S+: \\S+( \\S+)*"))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .doesNotHaveDuplicates();
        Set<String> names = Lists.lines("concepts.txt").stream()
                .map(line -> Concept.of(line.substring(0, line.indexOf(':'))).name())
                .collect(Collectors.toSet());
        Concepts concepts = new Concepts();
        assertThat(names)
                .containsAll(names.stream()
                        .flatMap(name -> concepts.near(Concept.of(name)).stream())
                        .toList());
        assertThat(Lists.lines("places.txt")).hasSize(42).allMatch(line -> line.split(";", -1).length == 4);
    }
}
