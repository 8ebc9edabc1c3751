package dev.ephemint.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ANONYMOUS_CLASSES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Secret;

/** What a class may use, and how it is closed. */
@AnalyzeClasses(packages = "dev.ephemint.server", importOptions = DoNotIncludeTests.class)
class ClassRulesTest {

    private static final String ROOT = "dev.ephemint.server";

    @ArchTest
    static final ArchRule DIALECTS_ARE_PURE = noClasses()
            .that()
            .resideInAPackage(ROOT + ".dialect..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio.file..", "java.net.http..", "org.slf4j..")
                    .or(type(java.time.Clock.class)))
            .because("a dialect does no I/O, reads no clock and writes no log");

    @ArchTest
    static final ArchRule ONE_PACKAGE_SENDS_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".upstream..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.apache.hc..")
            .because("redirects, timeouts and sizes are decided in one place");

    @ArchTest
    static final ArchRule ONE_CLASS_SEES_AZURE_IDENTITY = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".credential..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.azure..")
            .because("its 9 MB are used in one place");

    @ArchTest
    static final ArchRule SECRETS_ARE_REVEALED_WHERE_THEY_ARE_USED = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + ".caller..",
                    ROOT + ".credential..",
                    ROOT + ".http..",
                    ROOT + ".sandbox..",
                    ROOT + ".mint..",
                    ROOT + ".audit..",
                    ROOT + ".admission.redis..",
                    ROOT + ".sealed..")
            .should()
            .callMethod(Secret.class, "reveal")
            .because("every place that touches a key must be found by one search");

    @ArchTest
    static final ArchRule ONE_PACKAGE_READS_THE_ENVIRONMENT = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".settings.reader")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .because("a setting that is read elsewhere is documented nowhere");

    @ArchTest
    static final ArchRule ONLY_THE_CATALOGUE_COMPARES_DIALECT_NAMES = classes()
            .that()
            .resideOutsideOfPackages(ROOT + ".vendor..", ROOT + ".dialect.*..")
            .and()
            .haveNameNotMatching(".*\\.settings\\.reader\\.\\w+Section")
            .and()
            .doNotHaveFullyQualifiedName(DialectName.class.getName())
            .should(nameNoDialect())
            .because("what a dialect can do is a fact of the dialect; its name is for people");

    @ArchTest
    static final ArchRule NO_JAVA_UTIL_LOGGING = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".Main")
            .should(ACCESS_STANDARD_STREAMS)
            .because("what is printed past the logger is neither structured nor redacted");

    @ArchTest
    static final ArchRule CLASSES_ARE_CLOSED = classes()
            .that()
            .resideOutsideOfPackage(ROOT + ".api..")
            .and(not(ANONYMOUS_CLASSES))
            .should(beFinalAbstractOrAnInterface())
            .because("a class is either designed for extension or closed");

    private static ArchCondition<JavaClass> nameNoDialect() {
        return new ArchCondition<>("name no dialect") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().isEquivalentTo(DialectName.class))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(item, access.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> beFinalAbstractOrAnInterface() {
        return new ArchCondition<>("be final, abstract, sealed or an interface") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean closed = item.isInterface()
                        || item.isEnum()
                        || item.getModifiers().contains(JavaModifier.FINAL)
                        || item.getModifiers().contains(JavaModifier.ABSTRACT)
                        || item.reflect().isSealed();
                events.add(new SimpleConditionEvent(item, closed, item.getName() + " is open"));
            }
        };
    }
}
