package dev.ephemint.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.admission.AdmissionPolicy;
import dev.ephemint.server.admission.CallStore;
import dev.ephemint.server.admission.ClaimFactory;
import dev.ephemint.server.admission.Decision.Mode;
import dev.ephemint.server.admission.FallbackAdmission;
import dev.ephemint.server.admission.Limits;
import dev.ephemint.server.admission.MemoryAdmission;
import dev.ephemint.server.admission.MemoryCalls;
import dev.ephemint.server.admission.StoreGate;
import dev.ephemint.server.admission.redis.RedisAdmission;
import dev.ephemint.server.admission.redis.RedisServer;
import dev.ephemint.server.audit.AuditFile;
import dev.ephemint.server.audit.AuditTrail;
import dev.ephemint.server.audit.EndUserHash;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.settings.AdmissionSettings;
import dev.ephemint.server.settings.AdmissionSettings.WhenAway;
import dev.ephemint.server.settings.AuditSettings;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.LiveSections;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.LoggerFactory;

/** Puts admission and audit together as they are configured. */
record AdmissionSetup(Settings settings, LiveSections sections, Closer closer, Clock clock) {

    /** How long a store that is away is not asked. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * Limits and records.
     *
     * @param trail where records are written
     * @param watched counts decisions, if that is configured
     */
    Policy policy(AuditTrail trail, UnaryOperator<Admission> watched) {
        Supplier<Map<String, Limits>> limits = sections.read(now -> limits(now.policies()));
        ClaimFactory claims = new ClaimFactory(
                policy -> limits.get().getOrDefault(policy, Limits.NONE),
                new EndUserHash(settings.audit().endUserKey()),
                Duration.ofSeconds(settings.mint().expiresAfterSeconds()));
        return new AdmissionPolicy(watched.apply(store().admission()), claims, trail, clock);
    }

    private static Map<String, Limits> limits(JsonNode policies) {
        Map<String, Limits> limits = new HashMap<>();
        List<String> problems = new ArrayList<>();
        policies.properties().forEach(policy -> {
            String path = "policies." + policy.getKey() + ".limits";
            limits.put(
                    policy.getKey(),
                    Limits.read(
                            policy.getValue().path("limits"),
                            (below, problem) ->
                                    problems.add(path + (below.isEmpty() ? "" : "." + below) + ": " + problem)));
        });
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
        return limits;
    }

    /**
     * The store of the limits.
     *
     * @param calls in the same store
     */
    record Store(Admission admission, CallStore calls) {}

    Store store() {
        return settings.admission()
                .redisUrl()
                .map(this::shared)
                .orElseGet(() -> new Store(new MemoryAdmission(clock, Mode.MEMORY), new MemoryCalls(clock)));
    }

    private Store shared(URI url) {
        AdmissionSettings admission = settings.admission();
        AuditSettings audit = settings.audit();
        RedisServer server =
                new RedisServer(url, admission.redisPassword(), admission.timeout(), admission.connections());
        OptionalInt stream = audit.stream() ? OptionalInt.of(audit.streamLength()) : OptionalInt.empty();
        RedisAdmission redis = closer.later(new RedisAdmission(server, stream));
        StoreGate gate = new StoreGate(redis, PAUSE, System::nanoTime, LoggerFactory.getLogger(StoreGate.class));
        Admission limits = admission.whenAway() == WhenAway.LOCAL
                ? new FallbackAdmission(gate, admission.replicas(), clock)
                : gate;
        return new Store(limits, gate.of(redis.calls()));
    }

    AuditTrail trail() {
        return settings.audit().file().map(this::trail).orElse(AuditTrail.none());
    }

    private AuditTrail trail(Path file) {
        try {
            AuditFile trail = closer.later(new AuditFile(file, settings.audit().fsync()));
            return settings.audit().required()
                    ? trail
                    : AuditTrail.optional(trail, LoggerFactory.getLogger(AuditFile.class));
        } catch (IOException unwritable) {
            throw new BadSettingsException(List.of("audit.file: cannot write file " + file));
        }
    }
}
