package dev.ephemint.conformance;

import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.scenario.ScenarioRunner;
import dev.ephemint.server.app.Facade;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Ephemint's own server as the gateway under test. */
public final class Facades {
    /** A time before the tokens in scripted responses expire. */
    public static final Clock SCRIPTED = Clock.fixed(Instant.ofEpochSecond(1_790_000_000), ZoneOffset.UTC);

    private Facades() {}

    public static Gateway.Running start(Map<String, String> settings) {
        return new Running(Facade.start(settings));
    }

    /** In front of a vendor with scripted responses. */
    public static Gateway.Running scripted(Map<String, String> settings) {
        return new Running(Facade.start(settings, SCRIPTED));
    }

    /** In front of a vendor, with the planted credential and no further settings. */
    public static Gateway.Running start(TargetDialect dialect, URI vendor) {
        return start(dialect, vendor, Map.of());
    }

    public static Gateway.Running start(TargetDialect dialect, URI vendor, Map<String, String> more) {
        return start(dialect, vendor, more, SCRIPTED);
    }

    public static Gateway.Running start(TargetDialect dialect, URI vendor, Map<String, String> more, Clock clock) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("server.port", "0");
        settings.put("upstream.dialect", dialect.id());
        settings.put("upstream.url", vendor.toString());
        settings.put(dialect.vendor().keySetting(), ScenarioRunner.CREDENTIAL);
        return new Running(Facade.start(settings, clock));
    }

    private record Running(Facade facade) implements Gateway.Running {
        @Override
        public URI uri() {
            return facade.uri();
        }

        @Override
        public void close() {
            facade.close();
        }
    }
}
