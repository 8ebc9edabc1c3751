package dev.ephemint.server.mint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The dialects that can be configured, by name. What a dialect can do is asked of the dialect, not of its name. */
public enum DialectName {
    OPENAI(VendorName.OPENAI),
    OPENAI_BETA(VendorName.OPENAI),
    AZURE(VendorName.AZURE),
    AZURE_PREVIEW(VendorName.AZURE);

    private final VendorName vendor;

    DialectName(VendorName vendor) {
        this.vendor = vendor;
    }

    /** The vendor who defined the dialect: its addresses, its credentials and its settings. */
    public VendorName vendor() {
        return vendor;
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
