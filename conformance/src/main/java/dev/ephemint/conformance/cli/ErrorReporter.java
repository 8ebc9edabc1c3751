package dev.ephemint.conformance.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Prints what kept a command from its work, as {@code ephemint-conformance COMMAND: problem}. */
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException failed, String[] arguments) {
        CommandLine command = failed.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(prefix(command) + failed.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(failed, err);
        err.println("Usage: " + prefix(command).replace(": ", "") + " --help");
        return Program.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) throws Exception {
        if (failed instanceof InputException input) {
            command.getErr().println(prefix(command) + input.getMessage());
            return Program.USAGE;
        }
        throw failed;
    }

    private static String prefix(CommandLine command) {
        return command.getCommandSpec().qualifiedName() + ": ";
    }
}
