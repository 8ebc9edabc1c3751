package dev.ephemint.server.app;

import dev.ephemint.server.audit.AuditTrail;
import dev.ephemint.server.http.Edge;
import dev.ephemint.server.mint.Calls;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.sealed.CallJournal;
import dev.ephemint.server.sealed.CallUpstream;
import dev.ephemint.server.sealed.SealKeyFile;
import dev.ephemint.server.sealed.SealPolicy;
import dev.ephemint.server.sealed.SealWatch;
import dev.ephemint.server.sealed.SealedCallers;
import dev.ephemint.server.sealed.SealedCalls;
import dev.ephemint.server.sealed.SealedUse;
import dev.ephemint.server.sealed.TokenSealer;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.SealedSettings;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.upstream.Exchange;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts sealed tokens together as they are configured; without keys nothing changes.
 *
 * @param trail where calls are recorded
 * @param sealer makes and opens sealed tokens, for the mint and for the check of callers
 */
record SealSetup(SealedSettings settings, AuditTrail trail, Optional<TokenSealer> sealer) {

    static SealSetup of(Settings settings, AuditTrail trail, Clock clock, SealWatch watch) {
        return new SealSetup(
                settings.sealed(),
                trail,
                settings.sealed().keysFile().map(file -> sealer(file, settings, clock, watch)));
    }

    /**
     * The HTTP interface: sealing stands before every other policy and every other check of callers.
     *
     * @param exchanges by the label of their upstream
     */
    Edge edge(Application application, Mint mint, Map<String, Exchange> exchanges, AdmissionSetup admissions) {
        return sealer.map(one -> {
                    AdmissionSetup.Store store = admissions.store();
                    Mint sealed = SealPolicy.of(
                                    one,
                                    store.admission(),
                                    Set.copyOf(settings.policies()),
                                    Set.copyOf(settings.origins()))
                            .around(mint);
                    CallJournal journal = new CallJournal(store.calls(), trail, one.watch(), one.clock());
                    return application
                            .edge(sealed)
                            .withCalls(Optional.of(calls(application, sealed, exchanges, journal))
                                    .filter(calls -> settings.use().calls()))
                            .withCallers(others -> new SealedCallers(others, one));
                })
                .orElseGet(() -> application.edge(mint));
    }

    private static Calls calls(
            Application application, Mint sealed, Map<String, Exchange> exchanges, CallJournal journal) {
        Map<String, CallUpstream> upstreams = application.upstreams().stream()
                .collect(Collectors.toMap(
                        Upstream::label,
                        upstream -> CallUpstream.of(
                                Objects.requireNonNull(exchanges.get(upstream.label())),
                                upstream.credential(),
                                upstream.dialect().calls())));
        return new SealedCalls(
                sealed,
                application.callerCheck(),
                upstreams,
                application.upstream().label(),
                journal);
    }

    private static TokenSealer sealer(Path file, Settings settings, Clock clock, SealWatch watch) {
        List<String> problems = new ArrayList<>();
        Optional<SealKeyFile> keys = SealKeyFile.read(file, System::nanoTime);
        if (keys.isEmpty()) {
            problems.add(
                    "sealed.keys-file: must be a file with a line for each key: a name, a space, and 32 bytes in Base64");
        }
        settings.sealed().policies().stream()
                .filter(policy -> !settings.sections().policies().has(policy))
                .forEach(policy -> problems.add("sealed.policies: policies has no " + policy));
        if (settings.admission().redisUrl().isEmpty() && settings.admission().replicas() > 1) {
            problems.add(
                    "sealed.keys-file: requires admission.redis-url with more than one replica, or a token could be"
                            + " exchanged at each");
        }
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
        SealedSettings.Use use = settings.sealed().use();
        return new TokenSealer(
                keys.orElseThrow(),
                settings.sealed().lifetime(),
                clock,
                watch,
                new SealedUse(use.exchanges(), use.calls()));
    }
}
