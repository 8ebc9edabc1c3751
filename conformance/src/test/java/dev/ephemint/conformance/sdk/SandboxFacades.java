package dev.ephemint.conformance.sdk;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.scenario.Gateway;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A facade with the sandbox behind it, for each dialect. */
final class SandboxFacades implements AutoCloseable {
    private final Map<TargetDialect, Gateway.Running> facades = new EnumMap<>(TargetDialect.class);

    SandboxFacades() {
        this(Map.of());
    }

    SandboxFacades(Map<String, String> further) {
        for (TargetDialect dialect : TargetDialect.values()) {
            Map<String, String> settings = new HashMap<>(further);
            settings.put("server.port", "0");
            settings.put("upstream.dialect", dialect.id());
            facades.put(dialect, Facades.start(settings));
        }
    }

    String address(TargetDialect dialect) {
        return Objects.requireNonNull(facades.get(dialect)).uri().toString();
    }

    /** {@code DIALECT=ADDRESS} each. */
    List<String> arguments() {
        return facades.entrySet().stream()
                .map(entry -> entry.getKey().id() + "=" + entry.getValue().uri())
                .toList();
    }

    @Override
    public void close() {
        facades.values().forEach(Gateway.Running::close);
    }
}
