package dev.ephemint.server.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the usage of one command, or of all. */
@Command(name = "help", helpCommand = true, description = "show the help of a command, or of the program")
final class HelpCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "the command to show")
    private @Nullable String command;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine program = spec.parent().commandLine();
        if (command == null) {
            program.usage(program.getOut());
            return Program.SUCCESS;
        }
        CommandLine shown = program.getSubcommands().get(command);
        if (shown == null) {
            throw new UsageException(program, Arguments.unknownCommand(program, command));
        }
        shown.usage(program.getOut());
        return Program.SUCCESS;
    }
}
