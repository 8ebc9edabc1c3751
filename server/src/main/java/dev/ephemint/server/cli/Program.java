package dev.ephemint.server.cli;

import dev.ephemint.server.upstream.WireDebugging;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program: one command line in, one exit status out. */
public final class Program {

    /** Not an exit status: the service runs until the process is terminated. */
    public static final int RUNNING = -1;

    static final int SUCCESS = 0;
    static final int FAILURE = 1;

    /** A command line or settings that cannot be used. */
    static final int USAGE = 2;

    private Program() {}

    /** Runs the command that the arguments name; returns its exit status, or {@link #RUNNING}. */
    public static int run(List<String> arguments, Console console) {
        WireDebugging.off();
        CacheLine.setForJetty();
        Optional<PlainStart> plain = PlainStart.of(arguments);
        return plain.isPresent() ? plain.get().run(console) : withCommands(arguments, console);
    }

    private static int withCommands(List<String> arguments, Console console) {
        return commandLine(console).execute(arguments.toArray(String[]::new));
    }

    static CommandLine commandLine(Console console) {
        RootCommand root = new RootCommand();
        CommandLine commands = new CommandLine(root)
                .addSubcommand(new RunCommand(root))
                .addSubcommand(new MintCommand(root, console))
                .addSubcommand(new ExplainCommand(root, console))
                .addSubcommand(new DoctorCommand(root, console))
                .addSubcommand(new HealthCommand(root, console))
                .addSubcommand(new ConfigCommand(console))
                .addSubcommand(new KeysCommand(root, console))
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new HelpCommand())
                .addSubcommand(new CompletionCommand());
        Usage.describe(commands);
        ErrorReporter errors = new ErrorReporter(console.err());
        return commands.setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
    }
}
