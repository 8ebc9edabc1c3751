package dev.ephemint.server.cli;

import dev.ephemint.contract.Redactor;
import dev.ephemint.server.app.Facade;
import dev.ephemint.server.app.Logging;
import dev.ephemint.server.app.StartFailedException;
import dev.ephemint.server.app.Version;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.Sources;
import dev.ephemint.server.upstream.WireDebugging;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command line's side of the facade. */
public final class Program {

    /** Not an exit status: the facade runs until the process is told to end. */
    public static final int RUNNING = -1;

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int REFUSED = 2;

    private Program() {}

    /** Does what the arguments ask for; gives the exit status, or {@link #RUNNING}. */
    public static int run(List<String> arguments, Console console) {
        WireDebugging.off();
        try {
            return run(CommandLine.of(arguments), console);
        } catch (UsageException misused) {
            console.err().print(program(arguments) + ": " + misused.text());
            return REFUSED;
        } catch (BadSettingsException refused) {
            console.err().println(complaint(arguments) + ":");
            refused.problems().forEach(problem -> console.err().println("  " + withoutKeys(problem)));
            return REFUSED;
        } catch (StartFailedException failed) {
            console.err().println(complaint(arguments) + ": " + withoutKeys(failed.getMessage()));
            return FAILED;
        }
    }

    private static int run(CommandLine line, Console console) {
        if (line.has(Option.HELP)) {
            console.out().print(line.named() ? Help.of(line.command()) : Help.text());
            return DONE;
        }
        if (line.has(Option.VERSION)) {
            console.out().println("ephemint " + Version.TEXT);
            return DONE;
        }
        return switch (line.command()) {
            case SERVE -> serve(line);
            case MINT -> MintCommand.run(line, console);
            case EXPLAIN -> ExplainCommand.run(line, console);
            case DOCTOR -> DoctorCommand.run(line, console);
        };
    }

    private static int serve(CommandLine line) {
        Logging.ofService();
        Settings settings = settings(line);
        Logging.use(settings.log().format(), settings.redactor());
        Facade facade = Facade.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(facade::close, "stop"));
        return RUNNING;
    }

    private static String complaint(List<String> arguments) {
        return arguments.stream()
                .findFirst()
                .flatMap(Command::ofWord)
                .filter(command -> command != Command.SERVE)
                .map(command -> "ephemint does not " + command.word())
                .orElse("ephemint does not start");
    }

    private static String program(List<String> arguments) {
        return arguments.stream()
                .findFirst()
                .flatMap(Command::ofWord)
                .map(command -> "ephemint " + command.word())
                .orElse("ephemint");
    }

    /** What looks like a key goes, and the keys of the environment, which a value that is no key may repeat. */
    private static String withoutKeys(@Nullable String problem) {
        return environment().text(String.valueOf(problem));
    }

    /** Hides the keys of the environment. */
    static Redactor environment() {
        return Sources.ofProcess(Optional.empty(), false).redactor();
    }

    static Settings settings(CommandLine line) {
        return Settings.read(Sources.ofProcess(line.config(), line.has(Option.INSECURE)));
    }
}
