package dev.ephemint.conformance.scenario;

import java.nio.file.Path;

/** A scenario file that cannot be parsed. */
public final class InvalidScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidScenarioException(Path file, String reason) {
        super(file + ": " + reason);
    }
}
