package dev.ephemint.server.app;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.credential.TokenExchange;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.http.EmbeddedVendor;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.policy.CredentialHints;
import dev.ephemint.server.policy.UpstreamLabels;
import dev.ephemint.server.sandbox.Sandbox;
import dev.ephemint.server.sandbox.SandboxOptions;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.NamedUpstream;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.upstream.ExchangeLimits;
import dev.ephemint.server.upstream.HttpExchange;
import dev.ephemint.server.vendor.Vendor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An upstream: its endpoint, its dialect, and the credential for it.
 *
 * @param name empty if it is the only one
 * @param settings with this one as the only upstream
 * @param hints what to check if it refuses the credential
 * @param embedded serves the vendor's sockets and calls on our own port, if the vendor is the built-in sandbox
 */
public record Upstream(
        Optional<String> name,
        Settings settings,
        Endpoint endpoint,
        Dialect dialect,
        Credential credential,
        CredentialHints hints,
        Optional<EmbeddedVendor> embedded) {

    private static final ExchangeLimits TOKENS =
            new ExchangeLimits(Duration.ofSeconds(2), Duration.ofSeconds(10), 65_536, 2);

    private static final TokenExchange NO_TOKENS = (call, deadline) -> {
        throw new MintFailedException(new Unreachable("there is no token endpoint"));
    };

    private static final Secret EXAMPLE = new Secret("example");

    /** The configured upstreams; what they start ends with {@code closer}. */
    static List<Upstream> all(Settings settings, Closer closer, Clock clock) {
        if (settings.upstreams().isEmpty()) {
            return List.of(of(settings, closer, clock));
        }
        List<Upstream> all = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (NamedUpstream named : settings.upstreams()) {
            try {
                all.add(of(settings.at(named), closer, clock).notEmbedded());
            } catch (BadSettingsException refused) {
                problems.addAll(refused.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
        return all;
    }

    /** The only upstream of these settings, or a sandbox that ends with {@code closer}. */
    static Upstream of(Settings settings, Closer closer, Clock clock) {
        return settings.upstream()
                .url()
                .map(url -> of(settings, url, tokens(settings, closer)))
                .orElseGet(() -> sandbox(settings, closer, clock));
    }

    /** A client of its own: tokens come from another host than mints. */
    private static TokenExchange tokens(Settings settings, Closer closer) {
        return settings.openai()
                .identity()
                .<TokenExchange>map(identity -> closer.later(new HttpExchange(TOKENS, Version.TEXT))::send)
                .orElse(NO_TOKENS);
    }

    private static Upstream sandbox(Settings settings, Closer closer, Clock clock) {
        SandboxOptions options = SandboxOptions.of(settings.upstream().dialect().toString(), clock)
                .withDeployments(settings.azure().deployments());
        Sandbox sandbox = closer.later(Sandbox.start(options));
        return standIn(settings, sandbox.uri().toString(), sandbox.key()).embedding(sandbox::sessions);
    }

    /** The upstream at this address, with the configured credential. Every key that it ever uses is hidden in the log. */
    public static Upstream of(Settings settings, String url) {
        return of(settings, url, NO_TOKENS);
    }

    private static Upstream of(Settings settings, String url, TokenExchange tokens) {
        return at(
                settings, url, vendor -> vendor.credential(settings, key -> Logging.alsoHide(key.redactor()), tokens));
    }

    /** A stand-in for the configured dialect's vendor, which accepts this key. */
    public static Upstream standIn(Settings settings, String url, Secret key) {
        return at(settings, url, vendor -> vendor.ofKey(key));
    }

    /** The vendor's published address, for showing only; the key is not accepted there. */
    public static Upstream example(Settings settings) {
        return standIn(settings, vendor(settings).exampleUrl(), EXAMPLE);
    }

    /** As configured, but with an example in place of a sandbox: nothing is started. */
    public static Upstream shown(Settings settings) {
        return settings.upstream().url().map(url -> of(settings, url)).orElseGet(() -> example(settings));
    }

    private Upstream embedding(EmbeddedVendor vendor) {
        return new Upstream(name, settings, endpoint, dialect, credential, hints, Optional.of(vendor));
    }

    /** One of several sandboxes is reached at its own address: two of a dialect have the same paths. */
    private Upstream notEmbedded() {
        return new Upstream(name, settings, endpoint, dialect, credential, hints, Optional.empty());
    }

    /** Whether the built-in sandbox stands in for the vendor. */
    public boolean isSandbox() {
        return settings.upstream().url().isEmpty();
    }

    /** What the log says of it. */
    UpstreamLabels labels() {
        return new UpstreamLabels(dialect.name().toString(), hints);
    }

    /** For logs and metrics. */
    public String label() {
        return name.orElse("default");
    }

    private static Vendor vendor(Settings settings) {
        return Vendor.of(settings.upstream().dialect().vendor());
    }

    private static Upstream at(Settings settings, String url, Function<Vendor, Credential> credential) {
        Vendor vendor = vendor(settings);
        Optional<NamedUpstream> named = settings.upstreams().stream().findFirst();
        String path = named.map(NamedUpstream::path).orElse("upstream") + ".url";
        Endpoint endpoint = endpoint(vendor, url, path);
        return new Upstream(
                named.map(NamedUpstream::name),
                settings,
                endpoint,
                vendor.dialect(settings, endpoint),
                credential.apply(vendor),
                vendor.credentialHints(),
                Optional.empty());
    }

    private static Endpoint endpoint(Vendor vendor, String url, String path) {
        try {
            return vendor.endpoint(url);
        } catch (IllegalArgumentException refused) {
            throw new BadSettingsException(List.of(path + ": " + refused.getMessage()));
        }
    }
}
