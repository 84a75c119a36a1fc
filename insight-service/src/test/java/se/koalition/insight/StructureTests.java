package se.koalition.insight;

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

/** Dependencies go one way: sharing → directory → http. Each rule is shown to fail as well. */
class StructureTests {

    private static final String HTTP = "se.koalition.insight..http..";
    private static final String DIRECTORY = "se.koalition.insight..directory..";
    private static final String SHARING = "se.koalition.insight..sharing..";

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.koalition.insight");
    private static final JavaClasses BAD = new ClassFileImporter().importPackages("se.koalition.insight.bad");

    private static ArchRule below(String lower, String... higher) {
        return noClasses()
                .that()
                .resideInAPackage(lower)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(higher);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(below(HTTP, DIRECTORY, SHARING), "bad.http.Link"),
                Arguments.of(below(DIRECTORY, SHARING), "bad.directory.Listing"),
                Arguments.of(wireRecordsStayOutside(), "bad.sharing.Copied"),
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
