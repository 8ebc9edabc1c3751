package dev.ephemint.server.cli;

import dev.ephemint.server.app.Logging;
import dev.ephemint.server.http.intake.IntakeDryRun;
import dev.ephemint.server.training.TrainingRun;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Mints from the sandbox for the JVM's archive of loaded classes. */
@Command(name = "train", description = "mint from the sandbox and stop: a training run for the JVM's class archive")
final class TrainCommand implements Callable<Integer> {

    private final Console console;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Logging.ofService();
        List<Integer> statuses = responses();
        long minted = statuses.stream().filter(status -> status == 200).count();
        console.err().println("ephemint: " + minted + " of " + statuses.size() + " responses were 200");
        return minted == statuses.size() ? Program.SUCCESS : Program.FAILURE;
    }

    private static List<Integer> responses() throws IOException {
        IntakeDryRun dryRun = IntakeDryRun.begin();
        try (dryRun) {
            return TrainingRun.run();
        }
    }
}
