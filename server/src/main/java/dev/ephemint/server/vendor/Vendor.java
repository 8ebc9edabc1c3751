package dev.ephemint.server.vendor;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.credential.TokenExchange;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.policy.CredentialHints;
import dev.ephemint.server.settings.Settings;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A vendor: its addresses, dialects and credentials. What a dialect can do is a fact of {@link Dialect}. */
public interface Vendor {

    /** The vendor's published address, for examples. */
    String exampleUrl();

    /**
     * Parses an address in any form in which people paste it.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    Endpoint endpoint(String pasted);

    /** Every dialect of this vendor, and how it is made from settings and an endpoint. */
    Map<DialectName, BiFunction<Settings, Endpoint, Dialect>> dialects();

    /**
     * The configured credential.
     *
     * @param onKey gets every key before it is used, also one that replaces another while the service runs
     * @param tokens exchanges identity tokens
     */
    Credential credential(Settings settings, Consumer<Secret> onKey, TokenExchange tokens);

    /** The credential that consists of this key alone. */
    Credential ofKey(Secret key);

    /** What to check if the vendor refuses the credential. */
    CredentialHints credentialHints();

    /** The vendor of that name. */
    static Vendor of(VendorName name) {
        return switch (name) {
            case OPENAI -> new OpenAiVendor();
            case AZURE -> new AzureVendor();
        };
    }

    /** The dialect that the settings name, which must be one of this vendor's. */
    default Dialect dialect(Settings settings, Endpoint endpoint) {
        return Objects.requireNonNull(dialects().get(settings.upstream().dialect()))
                .apply(settings, endpoint);
    }
}
