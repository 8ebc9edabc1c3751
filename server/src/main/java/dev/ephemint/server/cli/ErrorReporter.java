package dev.ephemint.server.cli;

import dev.ephemint.server.app.StartFailedException;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.reader.Sources;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Prints what kept a command from its work, as {@code ephemint COMMAND: problem}. */
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final PrintStream err;

    ErrorReporter(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException failed, String[] arguments) {
        CommandLine command = failed.getCommandLine();
        err.println(prefix(command) + Arguments.problem(failed));
        err.println();
        err.print(Usage.ofError(command));
        return Program.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) throws Exception {
        return report(failed, prefix(command));
    }

    /** The exit status of what the operator can correct; throws what that is not. */
    int report(Exception failed, String prefix) throws Exception {
        if (failed instanceof BadSettingsException refused) {
            err.println(prefix + "invalid settings");
            refused.problems().forEach(problem -> err.println("  " + withoutKeys(problem)));
            return Program.USAGE;
        }
        if (failed instanceof InputException input) {
            err.println(prefix + input.getMessage());
            return Program.USAGE;
        }
        if (failed instanceof StartFailedException start) {
            err.println(prefix + withoutKeys(String.valueOf(start.getMessage())));
            return Program.FAILURE;
        }
        throw failed;
    }

    private static String prefix(CommandLine command) {
        return command.getCommandSpec().qualifiedName() + ": ";
    }

    /** Without what looks like a key, and without the keys of the environment, which another value may repeat. */
    private static String withoutKeys(String problem) {
        return Sources.ofProcess(Optional.empty(), false).redactor().text(problem);
    }
}
