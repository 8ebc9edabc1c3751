package dev.ephemint.server.app;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.http.EmbeddedVendor;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.policy.CredentialHints;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Property;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.vendor.Vendor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configured upstream: where it is, its dialect, and the credential for it.
 *
 * @param hints what to check if it refuses the credential
 * @param played what serves its sockets and calls on our own port, if this process plays it
 */
public record Upstream(
        Endpoint endpoint,
        Dialect dialect,
        Credential credential,
        CredentialHints hints,
        Optional<EmbeddedVendor> played) {

    private static final Secret EXAMPLE = new Secret("example");

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

    Upstream playedBy(EmbeddedVendor player) {
        return new Upstream(endpoint, dialect, credential, hints, Optional.of(player));
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
