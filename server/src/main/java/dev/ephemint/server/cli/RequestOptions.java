package dev.ephemint.server.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that need a request. */
final class RequestOptions {

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "JSON request, - for standard input; default: a minimal one for mint.default-model")
    private @Nullable String file;

    @Option(names = "--flat", description = "the request has the flat shape of transcription_sessions")
    private boolean flat;

    /** The file's name, or {@code -} for standard input; empty: a minimal request. */
    Optional<String> file() {
        return Optional.ofNullable(file);
    }

    boolean flat() {
        return flat;
    }
}
