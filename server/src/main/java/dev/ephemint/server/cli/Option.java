package dev.ephemint.server.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a command can be told. */
enum Option {
    CONFIG("FILE", "settings from a .properties file; EPHEMINT_CONFIG names one, too"),
    INSECURE("", "allow non-loopback listeners and host names, and plain http to a vendor"),
    REQUEST("FILE", "the request's JSON, - for standard input; without it, one for mint.default-model"),
    FLAT("", "the request has the flat shape of transcription_sessions"),
    DIALECT("DIALECT", "another dialect than the configured one, or all"),
    JSON("", "one JSON document instead of text"),
    HELP("", "usage of the command; without a command, everything"),
    VERSION("", "the version");

    private final String value;
    private final String description;

    Option(String value, String description) {
        this.value = value;
        this.description = description;
    }

    /** As it is written: {@code --config}. */
    String flag() {
        return "--" + name().toLowerCase(Locale.ROOT);
    }

    /** What follows it; empty where nothing does. */
    String value() {
        return value;
    }

    String description() {
        return description;
    }

    static Optional<Option> ofFlag(String flag) {
        return Arrays.stream(values())
                .filter(option -> option.flag().equals(flag))
                .findFirst();
    }
}
