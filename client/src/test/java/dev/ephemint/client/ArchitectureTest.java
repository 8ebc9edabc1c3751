package dev.ephemint.client;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.ephemint.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HERE = "dev.ephemint.client";
    private static final String GENERATED = "dev.ephemint.client.generated..";

    private static final DescribedPredicate<JavaMethod> PART_OF_THE_API = DescribedPredicate.describe(
            "part of the API",
            method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                    && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC));

    @ArchTest
    static final ArchRule USERS_NEVER_SEE_GENERATED_CODE = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(HERE)
            .and(are(PART_OF_THE_API))
            .should()
            .notHaveRawReturnType(resideInAPackage(GENERATED))
            .because("generated exceptions print bodies, and generated signatures change with the generator");

    @ArchTest
    static final ArchRule HAND_WRITTEN_CLASSES_ARE_CLOSED = classes()
            .that()
            .resideInAPackage(HERE)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .orShould()
            .haveModifier(JavaModifier.ABSTRACT)
            .because("nobody has to think about a subclass that is not there");

    @ArchTest
    static final ArchRule THE_CLIENT_STANDS_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.ephemint.server..", "dev.ephemint.conformance..", "com.networknt..", "org.slf4j..")
            .because("whoever uses the client gets the contract, Jackson and the JDK");

    @ArchTest
    static final ArchRule NO_THREAD_SLEEPS = noClasses()
            .that()
            .resideInAPackage(HERE)
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("time is a timer that tests can move");

    @ArchTest
    static final ArchRule GENERATED_EXCEPTIONS_STAY_INSIDE = noClasses()
            .that(DescribedPredicate.describe(
                    "are exceptions", (JavaClass type) -> type.isAssignableTo(Throwable.class)))
            .and()
            .resideInAPackage(HERE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(GENERATED)
            .because("the generated ApiException holds the body in its message");
}
