package dev.ephemint.server.sandbox.wire;

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

    public boolean isAzure() {
        return switch (this) {
            case AZURE, AZURE_PREVIEW -> true;
            case OPENAI, OPENAI_BETA -> false;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
