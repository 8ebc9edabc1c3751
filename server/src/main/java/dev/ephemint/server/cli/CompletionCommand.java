package dev.ephemint.server.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script by which a shell completes commands and options. */
@Command(name = "completion", description = "print a bash and zsh completion script for an alias named ephemint")
final class CompletionCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine program = spec.parent().commandLine();
        program.getOut().println(AutoComplete.bash(program.getCommandName(), program));
        return Program.SUCCESS;
    }
}
