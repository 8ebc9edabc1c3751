package dev.ephemint.server.mint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The dialects that can be configured, by name, with the facts that settings need. What else a dialect can do is asked of
 * the dialect, not of its name.
 */
public enum DialectName {
    OPENAI(VendorName.OPENAI, 0),
    OPENAI_BETA(VendorName.OPENAI, 0),
    AZURE(VendorName.AZURE, 0),

    /** Its key lives for one minute, as documented; no source shows a member to change that. */
    AZURE_PREVIEW(VendorName.AZURE, 60);

    private final VendorName vendor;
    private final int fixedLifetimeSeconds;

    DialectName(VendorName vendor, int fixedLifetimeSeconds) {
        this.vendor = vendor;
        this.fixedLifetimeSeconds = fixedLifetimeSeconds;
    }

    /** The vendor who defined the dialect: its addresses, its credentials and its settings. */
    public VendorName vendor() {
        return vendor;
    }

    /** Whether a request can set the token's lifetime. */
    public boolean acceptsLifetime() {
        return fixedLifetimeSeconds == 0;
    }

    /** How long each token lives if a request cannot set it; empty if it can. */
    public OptionalInt fixedLifetimeSeconds() {
        return acceptsLifetime() ? OptionalInt.empty() : OptionalInt.of(fixedLifetimeSeconds);
    }

    /** The dialect of this name; empty if there is none. */
    public static Optional<DialectName> of(String name) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.toString().equals(name))
                .findFirst();
    }

    /** As it is spelled in settings, responses and logs. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
