package dev.ephemint.server.sandbox.wire;

import dev.ephemint.server.mint.VendorName;
import java.util.Locale;
import java.util.stream.Stream;

/** The vendor interfaces that the sandbox imitates. */
public enum SandboxDialect {
    OPENAI,
    OPENAI_BETA,
    AZURE,
    AZURE_PREVIEW;

    /**
     * The dialect of that name, as in {@code upstream.dialect}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SandboxDialect of(String name) {
        return Stream.of(values())
                .filter(dialect -> dialect.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the sandbox does not imitate " + name));
    }

    public VendorName vendor() {
        return switch (this) {
            case OPENAI, OPENAI_BETA -> VendorName.OPENAI;
            case AZURE, AZURE_PREVIEW -> VendorName.AZURE;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
