package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.truth.TruthFormat;
import dev.ephemint.conformance.truth.TruthTable;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the truth table. */
@Command(
        name = "truth",
        mixinStandardHelpOptions = true,
        description =
                "Prints what documents, prose and recordings say of each member, and what the contract makes of it.")
final class TruthCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "markdown",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not set")
    private TruthFormat format = TruthFormat.MARKDOWN;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.of(TruthTable.ofKit()));
        out.flush();
        return Program.PASSED;
    }
}
