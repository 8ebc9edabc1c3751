package dev.ephemint.server.app;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.http.EmbeddedVendor;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.policy.CredentialHints;
import dev.ephemint.server.sandbox.Sandbox;
import dev.ephemint.server.sandbox.SandboxOptions;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.Property;
import dev.ephemint.server.vendor.Vendor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configured upstream: its endpoint, its dialect, and the credential for it.
 *
 * @param hints what to check if it refuses the credential
 * @param embedded serves the vendor's sockets and calls on our own port, if the vendor is the built-in sandbox
 */
public record Upstream(
        Endpoint endpoint,
        Dialect dialect,
        Credential credential,
        CredentialHints hints,
        Optional<EmbeddedVendor> embedded) {

    private static final Secret EXAMPLE = new Secret("example");

    /** The configured upstream, or a sandbox that ends with {@code closer}. */
    static Upstream of(Settings settings, Closer closer, Clock clock) {
        return settings.upstream()
                .url()
                .map(url -> of(settings, url))
                .orElseGet(() -> sandbox(settings, closer, clock));
    }

    private static Upstream sandbox(Settings settings, Closer closer, Clock clock) {
        SandboxOptions options = SandboxOptions.of(settings.upstream().dialect().toString(), clock)
                .withDeployments(settings.azure().deployments());
        Sandbox sandbox = closer.later(Sandbox.start(options));
        return standIn(settings, sandbox.uri().toString(), sandbox.key()).embedding(sandbox::sessions);
    }

    /** The upstream at this address, with the configured credential. Every key that it ever uses is hidden in the log. */
    public static Upstream of(Settings settings, String url) {
        return at(settings, url, vendor -> vendor.credential(settings, key -> Logging.alsoHide(key.redactor())));
    }

    /** A stand-in for the configured dialect's vendor, which accepts this key. */
    public static Upstream standIn(Settings settings, String url, Secret key) {
        return at(settings, url, vendor -> vendor.ofKey(key));
    }

    /** The vendor's published address, for showing only; the key is not accepted there. */
    public static Upstream example(Settings settings) {
        return standIn(settings, vendor(settings).exampleUrl(), EXAMPLE);
    }

    private Upstream embedding(EmbeddedVendor vendor) {
        return new Upstream(endpoint, dialect, credential, hints, Optional.of(vendor));
    }

    private static Vendor vendor(Settings settings) {
        return Vendor.of(settings.upstream().dialect().vendor());
    }

    private static Upstream at(Settings settings, String url, Function<Vendor, Credential> credential) {
        Vendor vendor = vendor(settings);
        Endpoint endpoint = endpoint(vendor, url);
        return new Upstream(
                endpoint,
                vendor.dialect(settings, endpoint),
                credential.apply(vendor),
                vendor.credentialHints(),
                Optional.empty());
    }

    private static Endpoint endpoint(Vendor vendor, String url) {
        try {
            return vendor.endpoint(url);
        } catch (IllegalArgumentException refused) {
            throw new BadSettingsException(List.of(Property.UPSTREAM_URL.key() + ": " + refused.getMessage()));
        }
    }
}
