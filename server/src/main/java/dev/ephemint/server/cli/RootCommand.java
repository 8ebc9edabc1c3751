package dev.ephemint.server.cli;

import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program without a command: runs the service. Its options are those of every command. */
@Command(
        name = "ephemint",
        description =
                "Mints short-lived credentials for realtime transcription. Without settings, the built-in sandbox responds; its"
                        + " tokens are not real.")
final class RootCommand implements Callable<Integer> {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "read settings from a .yaml or .properties file; EPHEMINT_CONFIG can name it, too")
    private @Nullable Path config;

    @Option(
            names = "--insecure",
            scope = ScopeType.INHERIT,
            description = "allow non-loopback listeners and host names, and plain-HTTP upstreams")
    private boolean insecure;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show this help and exit")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            description = "show the version and exit")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean version;

    RootCommand(@Nullable Path config) {
        this.config = config;
    }

    RootCommand() {
        this(null);
    }

    /** The settings of the environment and of the file that was named. */
    Settings settings() {
        return SettingsReader.read(Sources.ofProcess(Optional.ofNullable(config), insecure));
    }

    @Override
    public Integer call() {
        return new RunCommand(this).call();
    }
}
