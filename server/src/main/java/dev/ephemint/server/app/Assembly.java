package dev.ephemint.server.app;

import dev.ephemint.server.policy.ModelRules;
import dev.ephemint.server.sandbox.Sandbox;
import dev.ephemint.server.sandbox.SandboxOptions;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Property;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.upstream.ExchangeLimits;
import dev.ephemint.server.upstream.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;

/** Makes from settings what the application is made of. */
public final class Assembly {

    private Assembly() {}

    /** Opens what is needed, the sandbox where no vendor is configured; all of it ends with {@code closer}. */
    public static Application of(Settings settings, Closer closer) {
        return of(settings, closer, Clock.systemUTC());
    }

    static Application of(Settings settings, Closer closer, Clock clock) {
        ModelRules rules = rules(settings);
        Upstream upstream = settings.upstream()
                .url()
                .map(url -> Upstream.of(settings, url))
                .orElseGet(() -> sandbox(settings, closer, clock));
        HttpExchange exchange = closer.later(new HttpExchange(limits(settings), Version.TEXT));
        return new Application(settings, upstream, rules, exchange, clock);
    }

    private static Upstream sandbox(Settings settings, Closer closer, Clock clock) {
        SandboxOptions options = SandboxOptions.of(settings.upstream().dialect().toString(), clock)
                .withDeployments(settings.azure().deployments());
        Sandbox sandbox = closer.later(Sandbox.start(options));
        return Upstream.standIn(settings, sandbox.uri().toString(), sandbox.key())
                .playedBy(sandbox::sessions);
    }

    public static ExchangeLimits limits(Settings settings) {
        return new ExchangeLimits(
                settings.upstream().connectTimeout(),
                settings.upstream().timeout(),
                settings.upstream().maxResponseBytes());
    }

    public static ModelRules rules(Settings settings) {
        return settings.mint()
                .modelRulesFile()
                .map(file -> {
                    try (InputStream json = Files.newInputStream(file)) {
                        return ModelRules.read(json);
                    } catch (IOException unreadable) {
                        throw new BadSettingsException(List.of(Property.MINT_MODEL_RULES_FILE.key()
                                + ": holds no model rules: " + file + ": " + unreadable.getMessage()));
                    }
                })
                .orElseGet(ModelRules::builtIn);
    }
}
