package dev.ephemint.server.cli;

import dev.ephemint.server.app.Facade;
import dev.ephemint.server.app.Logging;
import dev.ephemint.server.http.intake.IntakeDryRun;
import dev.ephemint.server.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the service until the process is terminated. */
@Command(name = "run", aliases = "serve", description = "run the service (default)")
final class RunCommand implements Callable<Integer> {

    private final RootCommand root;

    RunCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Logging.ofService();
        Settings settings = root.settings();
        Logging.use(settings.log().format(), settings.redactor());
        Facade facade = Facade.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(facade::close, "stop"));
        IntakeDryRun.begin();
        return Program.RUNNING;
    }
}
