package dev.ephemint.client;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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

    private static final String CALLS = "dev.ephemint.client";
    private static final String SOCKET = "dev.ephemint.client.socket";
    private static final String INTERNAL = "dev.ephemint.client.internal..";
    private static final String GENERATED = "dev.ephemint.client.generated..";

    private static final DescribedPredicate<JavaMethod> PART_OF_THE_API = describe(
            "part of the API",
            method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                    && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC));

    @ArchTest
    static final ArchRule THE_API_HIDES_WHAT_IS_NOT_EXPORTED = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(CALLS, SOCKET)
            .and(are(PART_OF_THE_API))
            .should()
            .notHaveRawReturnType(resideInAnyPackage(GENERATED, INTERNAL))
            .because("generated exceptions print bodies, generated signatures change with the generator, and modules"
                    + " that use the client see neither package");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.ephemint.client.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CALLS_DO_NOT_KNOW_THE_SOCKET = noClasses()
            .that()
            .resideInAnyPackage(CALLS, INTERNAL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SOCKET)
            .because("a backend that only mints needs no socket");

    @ArchTest
    static final ArchRule INTERNALS_DO_NOT_KNOW_THE_API = noClasses()
            .that()
            .resideInAPackage(INTERNAL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CALLS, SOCKET)
            .because("both build on the internals");

    @ArchTest
    static final ArchRule HAND_WRITTEN_CLASSES_ARE_CLOSED = classes()
            .that()
            .resideOutsideOfPackage(GENERATED)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .orShould()
            .haveModifier(JavaModifier.ABSTRACT)
            .because("a final class is easier to change");

    @ArchTest
    static final ArchRule THE_CLIENT_NEEDS_ONLY_CONTRACT_AND_JACKSON = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.ephemint.server..", "dev.ephemint.conformance..", "com.networknt..", "org.slf4j..")
            .because("users of the client get the contract, Jackson and the JDK");

    @ArchTest
    static final ArchRule NO_THREAD_SLEEPS = noClasses()
            .that()
            .resideOutsideOfPackage(GENERATED)
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("time is a timer that tests can move");

    @ArchTest
    static final ArchRule GENERATED_EXCEPTIONS_STAY_INSIDE = noClasses()
            .that(describe("are exceptions", (JavaClass type) -> type.isAssignableTo(Throwable.class)))
            .and()
            .resideOutsideOfPackage(GENERATED)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(GENERATED)
            .because("the generated ApiException holds the body in its message");
}
