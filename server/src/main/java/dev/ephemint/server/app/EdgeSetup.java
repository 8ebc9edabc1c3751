package dev.ephemint.server.app;

import dev.ephemint.server.caller.CallerCheck;
import dev.ephemint.server.caller.CallersReader;
import dev.ephemint.server.http.Edge;
import dev.ephemint.server.http.EdgeSettings;
import dev.ephemint.server.http.Readiness;
import dev.ephemint.server.http.intake.BodyTimes;
import dev.ephemint.server.http.intake.RequestLimits;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.policy.caller.CallerPolicies;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Loopback;
import dev.ephemint.server.settings.ServerSettings;
import dev.ephemint.server.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Puts the HTTP interface of an application together as it is configured. */
record EdgeSetup(Application application) {

    Edge edge(Mint mint) {
        Settings settings = application.settings();
        Upstream upstream = application.upstream();
        EdgeSettings edge = new EdgeSettings(
                dialect(),
                settings.mint().defaultModel(),
                limits(settings.server()),
                hosts(settings.server()),
                crossOrigins(),
                settings.servesPage());
        return new Edge(edge, mint, readiness(), application.repair(), upstream.embedded(), callers());
    }

    /** For the line of a request; the line of its mint has the dialect that minted. */
    private String dialect() {
        List<String> all = application.upstreams().stream()
                .map(upstream -> upstream.dialect().name().toString())
                .distinct()
                .toList();
        return all.size() == 1 ? all.get(0) : "several";
    }

    /** Ready if one upstream is. */
    private Readiness readiness() {
        return Readiness.any(application.upstreams().stream()
                .map(upstream ->
                        (Readiness) new CachedReadiness(upstream.label(), upstream.credential(), application.clock()))
                .toList());
    }

    /** Whether callers are checked is decided at the start: a changed file cannot open the service. */
    private CallerCheck callers() {
        Settings settings = application.settings();
        boolean checked = settings.sections().checksCallers();
        Supplier<CallerCheck> current = application.sections().read(now -> {
            if (now.checksCallers() != checked) {
                throw new BadSettingsException(
                        List.of("callers: a restart is needed to begin or to end the check of callers"));
            }
            return CallersReader.read(now, settings.auth().pepper(), application.clock());
        });
        return shown -> current.get().check(shown);
    }

    /** The configured ones, and those that any policy lists: whether the caller's own does is checked at the mint. */
    private Optional<Predicate<String>> crossOrigins() {
        List<String> configured = application.settings().server().corsOrigins();
        if (application.settings().sections().policies().isMissingNode()) {
            return configured.isEmpty() ? Optional.empty() : Optional.of(configured::contains);
        }
        Supplier<CallerPolicies> current = application.sections().read(PolicySection.READER);
        return Optional.of(
                origin -> configured.contains(origin) || current.get().listOrigin(origin));
    }

    private static RequestLimits limits(ServerSettings server) {
        return new RequestLimits(
                server.maxRequestBytes(),
                new BodyTimes(server.bodyTimeout(), server.minBodyRate()),
                server.requestTimeout(),
                server.maxRequests());
    }

    /** Any Host is accepted when not listening on loopback, unless names are configured. */
    private static Predicate<String> hosts(ServerSettings server) {
        boolean any =
                !Loopback.isLoopback(server.host()) && server.allowedHosts().isEmpty();
        return name ->
                any || Loopback.isLoopback(name) || server.allowedHosts().contains(name.toLowerCase(Locale.ROOT));
    }
}
