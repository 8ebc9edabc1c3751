package dev.ephemint.conformance;

import dev.ephemint.conformance.cli.Program;
import java.util.List;

/** Starts the kit: see {@code java -jar ephemint-conformance.jar --help}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // The schema validator logs through SLF4J; without a logger this would print a warning.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(Program.run(List.of(arguments), System.out, System.err));
    }
}
