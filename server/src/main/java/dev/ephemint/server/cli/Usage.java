package dev.ephemint.server.cli;

import dev.ephemint.server.app.Version;
import dev.ephemint.server.settings.reader.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What help prints beside the options: how to start the program, exit statuses and settings. */
final class Usage {

    private static final String START = "java -jar ephemint-server.jar";
    private static final String SETTINGS = "settings";
    private static final int WIDTH = 110;
    private static final int INDENT = 6;

    private static final String SETTINGS_HEADING = """

            Settings, by their names in the file; in the environment, which takes precedence, server.port is
            EPHEMINT_SERVER_PORT. Defaults are in brackets.

            """;

    private Usage() {}

    /** Describes the program and each of its commands. */
    static void describe(CommandLine program) {
        describeAll(program);
        UsageMessageSpec usage = program.getCommandSpec().usageMessage();
        usage.sectionMap().put(SETTINGS, help -> SETTINGS_HEADING + settings(help));
        List<String> sections = new ArrayList<>(usage.sectionKeys());
        sections.add(SETTINGS);
        usage.sectionKeys(sections);
    }

    private static void describeAll(CommandLine command) {
        describe(command.getCommandSpec());
        command.getSubcommands().values().forEach(Usage::describeAll);
    }

    private static void describe(CommandSpec command) {
        boolean program = command.parent() == null;
        String name = command.qualifiedName().replaceFirst("^\\S+", "");
        command.version("ephemint " + Version.TEXT);
        command.usageMessage()
                .width(WIDTH)
                .sortOptions(false)
                .customSynopsis(START + (program ? " [COMMAND]" : name) + operand(command))
                .optionListHeading(program ? "%nOptions of all commands:%n" : "%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .footer("", "Exit status: 0 success, 1 failure, 2 usage or configuration error.");
    }

    /** The usage that is shown with an error: of one command alone, or of the program without its settings. */
    static String ofError(CommandLine command) {
        if (command.getParent() != null) {
            return command.getUsageMessage();
        }
        Help help = command.getHelp();
        return help.synopsisHeading() + help.synopsis(0) + help.commandListHeading() + help.commandList()
                + "\nAll options and settings: " + START + " --help\n";
    }

    private static String operand(CommandSpec command) {
        if (command.parent() != null && !command.subcommands().isEmpty()) {
            return " COMMAND [OPTION]...";
        }
        return command.positionalParameters().isEmpty() ? " [OPTION]..." : " [COMMAND]";
    }

    private static String settings(Help help) {
        return Arrays.stream(Property.values())
                .map(property -> name(property) + description(property, help))
                .collect(Collectors.joining());
    }

    private static String name(Property property) {
        String value = property.defaultValue().isEmpty() ? "" : " [" + property.defaultValue() + "]";
        return "  " + property.key() + value + "\n";
    }

    private static String description(Property property, Help help) {
        TextTable table = TextTable.forColumns(help.colorScheme(), new Column(WIDTH, INDENT, Overflow.WRAP));
        table.addRowValues(property.description().replace("`", ""));
        return table.toString();
    }
}
