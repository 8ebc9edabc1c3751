package dev.ephemint.conformance.scenario;

import java.nio.file.Path;

/** A scenario file that does not say what it means. */
public final class InvalidScenario extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidScenario(Path file, String reason) {
        super(file + ": " + reason);
    }
}
