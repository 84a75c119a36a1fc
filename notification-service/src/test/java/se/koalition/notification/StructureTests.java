package se.koalition.notification;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packages know of each other only what their package-info says; each rule is also seen to refuse a bad sample. */
class StructureTests {

    private static final String BASE = "se.koalition.notification";

    /** The rules for the packages below a root: the service's own, or a bad sample's. */
    enum Rule {
        NO_CYCLES {
            @Override
            ArchRule below(String root) {
                return slices().matching(root + ".(*)..").should().beFreeOfCycles();
            }
        },
        DIRECTORY_KNOWS_NO_FEATURE {
            @Override
            ArchRule below(String root) {
                return separate(root, "directory", "deliveries", "mails", "signin", "http");
            }
        },
        MAILS_KNOW_ONLY_THE_DIRECTORY {
            @Override
            ArchRule below(String root) {
                return separate(root, "mails", "deliveries", "signin", "http");
            }
        },
        HTTP_KNOWS_NO_FEATURE {
            @Override
            ArchRule below(String root) {
                return separate(root, "http", "deliveries", "directory", "mails", "signin");
            }
        },
        SIGN_IN_STORES_NOTHING {
            @Override
            ArchRule below(String root) {
                return noClasses()
                        .that()
                        .resideInAPackage(root + ".signin..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("org.springframework.data..", "com.mongodb..", "org.bson.."));
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
            UnaryOperator<String> inRoot = name -> root + "." + name + "..";
            String[] packages = java.util.Arrays.stream(others).map(inRoot).toArray(String[]::new);
            return noClasses()
                    .that()
                    .resideInAPackage(inRoot.apply(from))
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
