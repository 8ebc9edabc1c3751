package dev.ephemint.server.doctor;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.credential.TestEntra;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.doctor.probe.Probes;
import dev.ephemint.server.doctor.probe.ScriptedVendor;
import dev.ephemint.server.doctor.probe.Target;
import dev.ephemint.server.doctor.probe.VendorScript;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.sandbox.Sandbox;
import dev.ephemint.server.sandbox.SandboxOptions;
import dev.ephemint.server.sandbox.fault.SandboxFault;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.server.testing.TestLimits;
import dev.ephemint.server.upstream.ExchangeLimits;
import dev.ephemint.server.upstream.HttpExchange;
import dev.ephemint.server.upstream.socket.ConnectivityCheck;
import dev.ephemint.server.upstream.socket.SocketExchange;
import dev.ephemint.server.vendor.Vendor;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A vendor that is ill in a known way, or none at all, and the doctor's report of it. */
public record DoctorFixture(
        String dialect,
        String vendor,
        Optional<SandboxFault> fault,
        Function<Sandbox, Credential> credential,
        MintRequest request) {

    private static final Duration LONG = Duration.ofSeconds(10);

    static final String WRONG_KEY = "sk-planted-0123456789";

    /** A gateway's: it looks like no vendor's, and JSON may escape it. */
    static final String ROUTER_KEY = "gw/Router-Key.2026";

    /** Secrets of the run must not be in the report. */
    record Result(Report report, List<String> secrets) {}

    static DoctorFixture of(String dialect) {
        Function<Sandbox, Credential> own = sandbox -> key(dialect, sandbox.key());
        return new DoctorFixture(
                dialect,
                dialect,
                Optional.empty(),
                own,
                Target.request("gpt-live-transcribe", acceptsLifetime(dialect)));
    }

    DoctorFixture with(SandboxFault other) {
        return new DoctorFixture(dialect, vendor, Optional.of(other), credential, request);
    }

    /** At the address of another dialect's vendor. */
    DoctorFixture at(String otherVendor) {
        return new DoctorFixture(dialect, otherVendor, fault, credential, request);
    }

    DoctorFixture withKey(String key) {
        return new DoctorFixture(dialect, vendor, fault, sandbox -> key(dialect, new Secret(key)), request);
    }

    DoctorFixture withEntra() {
        return new DoctorFixture(dialect, vendor, fault, sandbox -> TestEntra.of(sandbox::entraToken), request);
    }

    /** With tokens that were not issued. */
    DoctorFixture withForgedEntra() {
        return new DoctorFixture(
                dialect,
                vendor,
                fault,
                sandbox -> TestEntra.of(scope -> Optional.of(new Secret("planted-0123456789"))),
                request);
    }

    DoctorFixture withoutEntra() {
        return new DoctorFixture(dialect, vendor, fault, sandbox -> TestEntra.of(scope -> Optional.empty()), request);
    }

    DoctorFixture withModel(String model) {
        return with(Target.request(model, acceptsLifetime(dialect)));
    }

    DoctorFixture with(MintRequest other) {
        return new DoctorFixture(dialect, vendor, fault, credential, other);
    }

    /** Through a sandbox of its own. */
    Result run() {
        SandboxOptions withoutFault = SandboxOptions.of(vendor, Clock.systemUTC());
        try (Sandbox sandbox = Sandbox.start(fault.map(withoutFault::with).orElse(withoutFault))) {
            Report report = at(sandbox.uri().toString(), credential.apply(sandbox), LONG);
            String older = sandbox.entraToken("https://cognitiveservices.azure.com/.default")
                    .orElseThrow()
                    .reveal();
            return new Result(
                    report,
                    List.of(
                            sandbox.key().reveal(),
                            sandbox.entraToken().reveal(),
                            older,
                            older.substring(0, 40),
                            "ek_sandbox_",
                            "sk-planted",
                            "planted-0123"));
        }
    }

    /** Against a scripted vendor, with this fixture's own key. */
    Result over(VendorScript script) {
        return over(script, key(dialect, new Secret(ROUTER_KEY)));
    }

    /** The same with tokens that it knows nothing of. */
    Result overWithEntra(VendorScript script) {
        return over(script, TestEntra.of(scope -> Optional.of(new Secret("planted-" + scope.length()))));
    }

    private Result over(VendorScript script, Credential signing) {
        try (ScriptedVendor vendor = new ScriptedVendor(script)) {
            String url = vendor.uri().toString().replace("ws:", "http:");
            return new Result(at(url, signing, LONG), List.of("Router-Key", "planted-"));
        }
    }

    /** Against any server at the address. */
    Result runAt(String url) {
        return runAt(url, LONG);
    }

    /** The same, with a connect timeout. */
    Result runAt(String url, Duration reach) {
        return new Result(at(url, key(dialect, new Secret(WRONG_KEY)), reach), List.of("sk-planted"));
    }

    private Report at(String url, Credential signing, Duration reach) {
        Endpoint endpoint = vendorOf(dialect).endpoint(url);
        Dialect spoken = vendorOf(dialect).dialect(settings(dialect), endpoint);
        ExchangeLimits limits =
                has(SandboxFault.NO_ANSWER) ? TestLimits.withWhole(Duration.ofSeconds(1)) : TestLimits.AMPLE;
        try (HttpExchange exchange = new HttpExchange(limits, "test")) {
            return Doctor.examine(
                    new Target(
                            endpoint,
                            false,
                            spoken,
                            signing,
                            spoken.failsOnTranscriptionBlock(),
                            Period.ofDays(180),
                            request),
                    new Probes(
                            new ConnectivityCheck(reach),
                            exchange,
                            new SocketExchange(limits),
                            Clock.systemUTC(),
                            LONG,
                            has(SandboxFault.SILENT) ? Duration.ofMillis(300) : LONG),
                    step -> {});
        }
    }

    private boolean has(SandboxFault other) {
        return fault.filter(other::equals).isPresent();
    }

    /** A dialect of this name, at some address. */
    public static Optional<Dialect> dialect(String name) {
        Vendor vendor = vendorOf(name);
        return Optional.of(vendor.dialect(settings(name), vendor.endpoint("https://vendor.example")));
    }

    private static Vendor vendorOf(String dialect) {
        return Vendor.of(settings(dialect).upstream().dialect().vendor());
    }

    private static Settings settings(String dialect) {
        return SettingsReader.read(Sources.of(Map.of("upstream.dialect", dialect)));
    }

    private static Credential key(String dialect, Secret key) {
        return vendorOf(dialect).ofKey(key);
    }

    private static boolean acceptsLifetime(String dialect) {
        return dialect(dialect).orElseThrow().acceptsLifetime();
    }
}
