package se.koalition.actor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Dependencies go one way: imports, joining and exchange → actors → coalitions → members → http, places, identity and
 * reactions. Each rule is shown to fail as well.
 */
class StructureTests {

    private static final String HTTP = "se.koalition.actor..http..";
    private static final String PLACES = "se.koalition.actor..places..";
    private static final String IDENTITY = "se.koalition.actor..identity..";
    private static final String REACTIONS = "se.koalition.actor..reactions..";
    private static final String MEMBERS = "se.koalition.actor..members..";
    private static final String ACTORS = "se.koalition.actor..actors..";
    private static final String COALITIONS = "se.koalition.actor..coalitions..";
    private static final String IMPORTS = "se.koalition.actor..imports..";
    private static final String EXCHANGE = "se.koalition.actor..exchange..";
    private static final String JOINING = "se.koalition.actor..joining..";

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.koalition.actor");
    private static final JavaClasses BAD = new ClassFileImporter().importPackages("se.koalition.actor.bad");

    private static ArchRule apart(String one, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(one)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(
                        apart(
                                HTTP,
                                PLACES,
                                IDENTITY,
                                REACTIONS,
                                MEMBERS,
                                COALITIONS,
                                ACTORS,
                                IMPORTS,
                                JOINING,
                                EXCHANGE),
                        "bad.http.Link"),
                Arguments.of(
                        apart(
                                PLACES,
                                HTTP,
                                IDENTITY,
                                REACTIONS,
                                MEMBERS,
                                COALITIONS,
                                ACTORS,
                                IMPORTS,
                                JOINING,
                                EXCHANGE),
                        "bad.places.Town"),
                Arguments.of(
                        apart(
                                REACTIONS,
                                HTTP,
                                PLACES,
                                IDENTITY,
                                MEMBERS,
                                COALITIONS,
                                ACTORS,
                                IMPORTS,
                                JOINING,
                                EXCHANGE),
                        "bad.reactions.Heard"),
                Arguments.of(
                        apart(
                                IDENTITY,
                                HTTP,
                                PLACES,
                                REACTIONS,
                                MEMBERS,
                                COALITIONS,
                                ACTORS,
                                IMPORTS,
                                JOINING,
                                EXCHANGE),
                        "bad.identity.Badge"),
                Arguments.of(apart(MEMBERS, COALITIONS, ACTORS, IMPORTS, JOINING, EXCHANGE), "bad.members.Person"),
                Arguments.of(apart(COALITIONS, ACTORS, IMPORTS, JOINING, EXCHANGE), "bad.coalitions.Gathering"),
                Arguments.of(apart(ACTORS, IMPORTS, JOINING, EXCHANGE), "bad.actors.Firm"),
                Arguments.of(apart(JOINING, IMPORTS, EXCHANGE), "bad.joining.Wish"),
                Arguments.of(apart(EXCHANGE, IMPORTS, JOINING), "bad.exchange.Wish"),
                Arguments.of(apart(IMPORTS, JOINING, EXCHANGE), "bad.imports.File"),
                Arguments.of(wireRecordsStayOutside(), "bad.coalitions.Copied"),
                Arguments.of(
                        classes().that().arePublic().and().areTopLevelClasses().should(beUsedByAnotherPackage()),
                        "bad.http.Link"));
    }

    private static ArchRule wireRecordsStayOutside() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("State")
                .and()
                .haveSimpleNameNotEndingWith("Aggregates")
                .and()
                .haveSimpleNameNotEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("State");
    }

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass candidate, ConditionEvents events) {
                boolean used = candidate.getDirectDependenciesToSelf().stream()
                        .anyMatch(d -> !d.getOriginClass().getPackage().equals(candidate.getPackage()));
                events.add(new SimpleConditionEvent(
                        candidate, used, candidate.getName() + (used ? " is" : " is not") + " used elsewhere"));
            }
        };
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServiceKeepsTheRuleAndTheBadSampleBreaksIt(ArchRule rule, String breaker) {
        rule.check(SERVICE);

        assertThat(rule.evaluate(BAD).getFailureReport().toString()).contains(breaker);
    }
}
