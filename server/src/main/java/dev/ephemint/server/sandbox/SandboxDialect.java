package dev.ephemint.server.sandbox;

import java.util.Locale;
import java.util.stream.Stream;

/** The vendor interfaces that the sandbox imitates. */
enum SandboxDialect {
    OPENAI,
    OPENAI_BETA,
    AZURE,
    AZURE_PREVIEW;

    /**
     * The dialect of that name, as in {@code upstream.dialect}.
     *
     * @throws IllegalArgumentException if there is none
     */
    static SandboxDialect of(String name) {
        return Stream.of(values())
                .filter(dialect -> dialect.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the sandbox does not imitate " + name));
    }

    boolean isAzure() {
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
