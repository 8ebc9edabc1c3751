package dev.ephemint.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may depend on which. */
@AnalyzeClasses(packages = "dev.ephemint.server", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.ephemint.server";
    private static final String[] EPHEMINT = {ROOT + ".."};

    /** A package may use itself and the named packages, and no other of Ephemint's. */
    private static ArchRule mayUse(String name, String because, String... open) {
        String[] allowed = new String[open.length + 1];
        allowed[0] = ROOT + "." + name + "..";
        for (int i = 0; i < open.length; i++) {
            allowed[i + 1] = ROOT + "." + open[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(allowed[0])
                .should()
                .dependOnClassesThat(resideInAnyPackage(EPHEMINT).and(not(resideInAnyPackage(allowed))))
                .because(because);
    }

    @ArchTest
    static final ArchRule MINT = mayUse("mint", "the values that all packages share depend on none of them");

    @ArchTest
    static final ArchRule SCHEMA = mayUse("schema", "the contract alone decides what is valid");

    @ArchTest
    static final ArchRule ONE_PACKAGE_VALIDATES_SCHEMAS = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".schema..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.networknt..")
            .because("the edge and the dialects report a violation alike");

    @ArchTest
    static final ArchRule POLICY = mayUse("policy", "a policy wraps a mint of any vendor", "mint", "schema");

    @ArchTest
    static final ArchRule AUDIT = mayUse("audit", "a record of a mint holds the mint's values", "mint");

    @ArchTest
    static final ArchRule ADMISSION =
            mayUse("admission", "admission is one more policy around a mint of any vendor", "mint", "policy", "audit");

    @ArchTest
    static final ArchRule POOL =
            mayUse("pool", "a pool is one more policy around a mint of any vendor", "mint", "policy");

    @ArchTest
    static final ArchRule SEALED = mayUse(
            "sealed",
            "a sealed token is a policy around a mint, a credential, one use in the store of the limits, and one call",
            "mint",
            "policy",
            "caller",
            "admission",
            "audit",
            "credential",
            "dialect",
            "upstream");

    @ArchTest
    static final ArchRule ONE_PACKAGE_SEES_JEDIS = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".admission.redis..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("redis.clients..")
            .because("what is shared between replicas is decided by two scripts");

    @ArchTest
    static final ArchRule ADMISSION_DOES_NOT_KNOW_ITS_STORE = noClasses()
            .that()
            .resideInAPackage(ROOT + ".admission")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".admission.redis..")
            .because("the same decisions come from memory");

    @ArchTest
    static final ArchRule CALLER =
            mayUse("caller", "who calls is decided before anything is asked of a vendor", "mint", "settings");

    @ArchTest
    static final ArchRule DIALECT =
            mayUse("dialect", "a dialect is a pure pair of functions over the mint's values", "mint", "schema");

    @ArchTest
    static final ArchRule EXPLAIN = mayUse("explain", "a dry run has no way to send", "mint", "policy", "dialect");

    @ArchTest
    static final ArchRule CREDENTIAL =
            mayUse("credential", "a credential signs a call and sends nothing itself", "mint", "dialect");

    @ArchTest
    static final ArchRule UPSTREAM =
            mayUse("upstream", "the exchange is the end of the chain", "mint", "dialect", "credential");

    @ArchTest
    static final ArchRule DOCTOR = mayUse(
            "doctor",
            "doctor checks what the service does, and is no part of it",
            "mint",
            "dialect",
            "credential",
            "upstream");

    @ArchTest
    static final ArchRule DOCTOR_IN_THREE_LAYERS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("doctor")
            .definedBy(ROOT + ".doctor")
            .layer("probe")
            .definedBy(ROOT + ".doctor.probe")
            .layer("diagnosis")
            .definedBy(ROOT + ".doctor.diagnosis")
            .whereLayer("doctor")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("probe")
            .mayOnlyBeAccessedByLayers("doctor")
            .because("a probe records a symptom, and a diagnosis recognises it without any I/O");

    @ArchTest
    static final ArchRule SETTINGS = mayUse("settings", "settings are read once and passed on", "mint", "schema");

    @ArchTest
    static final ArchRule SETTINGS_DO_NOT_KNOW_THEIR_READER = noClasses()
            .that()
            .resideInAPackage(ROOT + ".settings")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".settings.reader")
            .because("settings are values, wherever they come from");

    @ArchTest
    static final ArchRule VENDOR = mayUse(
            "vendor",
            "the catalogue puts together what the service needs from a vendor, and sends nothing",
            "mint",
            "policy",
            "dialect",
            "credential",
            "settings");

    @ArchTest
    static final ArchRule SANDBOX =
            mayUse("sandbox", "a fake that shares code with what it tests proves nothing", "mint");

    @ArchTest
    static final ArchRule SANDBOX_VENDORS_DO_NOT_KNOW_FAULTS_NOR_EACH_OTHER = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("entry")
            .definedBy(ROOT + ".sandbox")
            .layer("fault")
            .definedBy(ROOT + ".sandbox.fault")
            .layer("openai")
            .definedBy(ROOT + ".sandbox.openai")
            .layer("azure")
            .definedBy(ROOT + ".sandbox.azure")
            .whereLayer("fault")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("openai")
            .mayOnlyBeAccessedByLayers("entry", "fault")
            .whereLayer("azure")
            .mayOnlyBeAccessedByLayers("entry", "fault")
            .because("a fault wraps a vendor that works, and each vendor is as it was recorded");

    @ArchTest
    static final ArchRule METRICS = mayUse(
            "metrics",
            "metrics watch mints, decisions, pools, sealed tokens and calls",
            "mint",
            "policy",
            "admission",
            "pool",
            "sealed",
            "dialect",
            "upstream");

    @ArchTest
    static final ArchRule TRACING =
            mayUse("tracing", "traces watch mints and calls", "mint", "policy", "metrics", "dialect", "upstream");

    @ArchTest
    static final ArchRule ONE_PACKAGE_SEES_MICROMETER = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..")
            .because("names and labels of metrics stand in one place");

    @ArchTest
    static final ArchRule HTTP = mayUse(
            "http", "the edge turns requests into values and values into responses", "mint", "caller", "schema", "api");

    @ArchTest
    static final ArchRule HTTP_PARTS = noClasses()
            .that()
            .resideInAPackage(ROOT + ".http.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".http")
            .because("gate, filters, page and errors do not depend on the package that registers them");

    @ArchTest
    static final ArchRule NO_CYCLES_IN_HTTP =
            slices().matching(ROOT + ".http.(*)..").should().beFreeOfCycles().because("data flows one way");

    @ArchTest
    static final ArchRule APP_DOES_NOT_KNOW_ITS_COMMANDS = noClasses()
            .that()
            .resideInAPackage(ROOT + ".app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".cli..", "picocli..")
            .because("the service also runs without a command line, as in tests");

    @ArchTest
    static final ArchRule VENDORS_DO_NOT_KNOW_EACH_OTHER = slices().matching(ROOT + ".dialect.(*)..")
            .should()
            .notDependOnEachOther()
            .because("one vendor's change must not move the other");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().because("data flows one way");

    @ArchTest
    static final ArchRule NO_CYCLES_IN_THE_SANDBOX =
            slices().matching(ROOT + ".sandbox.(*)..").should().beFreeOfCycles().because("data flows one way");
}
