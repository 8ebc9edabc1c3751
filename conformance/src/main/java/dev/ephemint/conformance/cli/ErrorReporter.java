package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.cli.options.InputException;
import dev.ephemint.contract.redaction.Redactor;
import java.io.PrintWriter;
import java.io.StringWriter;
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
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) {
        if (failed instanceof InputException input) {
            command.getErr().println(prefix(command) + input.getMessage());
            return Program.USAGE;
        }
        command.getErr().println(prefix(command) + "unexpected error, please report it:");
        command.getErr().print(trace(failed));
        command.getErr().flush();
        return Program.NOT_PROVEN;
    }

    /** Without what looks like a credential. */
    private static String trace(Exception failed) {
        StringWriter written = new StringWriter();
        failed.printStackTrace(new PrintWriter(written, true));
        String trace = written.toString();
        for (String secret : Redactor.ofShapes().findIn(trace)) {
            trace = trace.replace(secret, Redactor.HIDDEN);
        }
        return trace;
    }

    private static String prefix(CommandLine command) {
        return command.getCommandSpec().qualifiedName() + ": ";
    }
}
