package dev.ephemint.conformance.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

/** The kit's program: one command line in, one exit status out. */
public final class Program {
    public static final int PASSED = 0;
    public static final int FAILED = 1;

    /** A command line or a file that cannot be used. */
    public static final int USAGE = 2;

    /** Nothing was proven: the kit could not rely on itself, or no check reached the target. */
    public static final int NOT_PROVEN = 3;

    private Program() {}

    /** Runs the command that the arguments name; returns its exit status. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return commandLine(out, err).execute(arguments.toArray(String[]::new));
    }

    private static CommandLine commandLine(PrintStream out, PrintStream err) {
        CommandLine program = new CommandLine(new Root())
                .addSubcommand(new RecordCommand(System.getenv(), Clock.systemUTC()))
                .addSubcommand(new ImportCommand())
                .addSubcommand(new DriftCommand(System.getenv(), Clock.systemUTC()))
                .addSubcommand(new PolyglotCommand())
                .addSubcommand(new RunCommand(KitSuite::load, System.getenv(), Clock.systemUTC()))
                .addSubcommand(new DiffCommand(Path.of("").toAbsolutePath()))
                .addSubcommand(new SpecDriftCommand(Clock.systemUTC()))
                .addSubcommand(new TruthCommand())
                .addSubcommand(new RequirementsCommand(KitSuite::load))
                .addSubcommand(new ScoreboardCommand())
                .addSubcommand(new BenchCommand(Clock.systemUTC()))
                .addSubcommand(new ProfilesCommand())
                .addSubcommand(new HelpCommand())
                .addSubcommand(new AutoComplete.GenerateCompletion());
        return configured(program, writer(out), writer(err));
    }

    static CommandLine configured(CommandLine program, PrintWriter out, PrintWriter err) {
        ErrorReporter errors = new ErrorReporter();
        return program.setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(110)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    @Command(
            name = "ephemint-conformance",
            mixinStandardHelpOptions = true,
            description = "Checks a gateway that mints tokens for realtime transcription.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {"", "Exit status: 0 passed, 1 failed, 2 usage error, 3 nothing proven."})
    private static final class Root implements Runnable {
        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandLine.Model.CommandSpec spec;

        @Override
        public void run() {
            throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
        }
    }
}
