package dev.ephemint.server.cli;

import dev.ephemint.server.settings.reader.ConfigSchema;
import picocli.CommandLine.Command;

/** What the configuration file can hold. */
@Command(name = "config", description = "print the JSON Schema of the YAML configuration file")
final class ConfigCommand {

    private final Console console;

    ConfigCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "schema",
            description = "print the JSON Schema by which editors complete the YAML configuration file")
    int schema() {
        console.out().println(ConfigSchema.document().toPrettyString());
        return Program.SUCCESS;
    }
}
