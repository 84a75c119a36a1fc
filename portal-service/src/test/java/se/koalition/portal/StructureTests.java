package se.koalition.portal;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packages know of each other only what their package-info says; each rule is also seen to refuse a bad sample. */
class StructureTests {

    private static final String BASE = "se.koalition.portal";

    /** The rules for the packages below a root: the service's own, or a bad sample's. */
    enum Rule {
        NO_CYCLES {
            @Override
            ArchRule below(String root) {
                return slices().matching(root + ".(*)..").should().beFreeOfCycles();
            }
        },
        THE_READ_MODEL_KNOWS_ONLY_EVENTS {
            @Override
            ArchRule below(String root) {
                return separate(
                        root, "readmodel", "api", "commands", "overview", "pages", "problems", "security", "signin");
            }
        },
        READING_ASKS_NO_OTHER_SERVICE {
            @Override
            ArchRule below(String root) {
                return separate(root, "api", "commands", "signin", "pages");
            }
        },
        OVERVIEWS_ARE_MADE_WITHOUT_A_CALLER {
            @Override
            ArchRule below(String root) {
                return separate(root, "overview", "security", "api", "pages", "commands", "signin");
            }
        },
        COVERAGE_IS_COUNTED_FROM_THE_READ_MODEL_ALONE {
            @Override
            ArchRule below(String root) {
                return separate(root, "coverage", "overview", "security", "api", "pages", "commands", "signin");
            }
        },
        COMMANDS_DECIDE_NOTHING_BY_THE_READ_MODEL {
            @Override
            ArchRule below(String root) {
                return separate(root, "commands", "readmodel", "overview", "api", "pages", "signin");
            }
        },
        THE_FRAME_OF_THE_PAGES_KNOWS_NO_FEATURE {
            @Override
            ArchRule below(String root) {
                return noClasses()
                        .that()
                        .resideInAPackage(root + ".pages")
                        .should()
                        .dependOnClassesThat(resideInAPackage(root + ".pages.*.."));
            }
        },
        NO_CONSOLE {
            @Override
            ArchRule below(String root) {
                return GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
            }
        };

        abstract ArchRule below(String root);

        private static ArchRule separate(String root, String from, String... others) {
            String[] packages =
                    Arrays.stream(others).map(name -> root + "." + name + "..").toArray(String[]::new);
            return noClasses()
                    .that()
                    .resideInAPackage(root + "." + from + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(packages));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theServiceKeepsTheRule(Rule rule) {
        rule.below(BASE)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(BASE));
    }

    @ParameterizedTest
    @EnumSource
    void aBadSampleBreaksTheRule(Rule rule) {
        String sample = BASE + ".structure";

        assertThat(rule.below(sample)
                        .evaluate(new ClassFileImporter().importPackages(sample))
                        .hasViolation())
                .isTrue();
    }
}
