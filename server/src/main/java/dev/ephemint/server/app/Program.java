package dev.ephemint.server.app;

import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.LogFormat;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.Sources;
import java.io.PrintStream;
import java.util.List;

/** The command line's side of the facade. */
public final class Program {

    /** Not an exit status: the facade runs until the process is told to end. */
    public static final int RUNNING = -1;

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private Program() {}

    /** Does what the arguments ask for; gives the exit status, or {@link #RUNNING}. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return run(CommandLine.of(arguments), out);
        } catch (BadSettingsException refused) {
            err.println("ephemint does not start:");
            refused.problems().forEach(problem -> err.println("  " + problem));
            return REFUSED;
        } catch (StartFailedException failed) {
            err.println("ephemint does not start: " + failed.getMessage());
            return FAILED;
        }
    }

    private static int run(CommandLine line, PrintStream out) {
        if (line.help()) {
            out.print(Help.text());
            return DONE;
        }
        if (line.version()) {
            out.println("ephemint " + Version.TEXT);
            return DONE;
        }
        Logging.use(LogFormat.TEXT);
        Settings settings = Settings.read(Sources.ofProcess(line.config(), line.insecure()));
        Logging.use(settings.log().format());
        Facade facade = Facade.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(facade::close, "stop"));
        return RUNNING;
    }
}
