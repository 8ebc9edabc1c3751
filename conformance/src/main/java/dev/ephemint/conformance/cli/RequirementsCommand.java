package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.cli.options.Choices;
import dev.ephemint.conformance.report.RequirementList;
import dev.ephemint.conformance.run.Suite;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what the kit requires of a gateway. */
@Command(
        name = "requirements",
        mixinStandardHelpOptions = true,
        description = "Lists every requirement with its evidence and the checks that cover it.")
final class RequirementsCommand implements Callable<Integer> {
    private final Supplier<Suite> suite;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text (default), markdown or json")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String format;

    private enum Format {
        TEXT,
        MARKDOWN,
        JSON
    }

    RequirementsCommand(Supplier<Suite> suite) {
        this.suite = suite;
    }

    @Override
    public Integer call() {
        Format form = Choices.constant("--format", format, Format.values());
        RequirementList list = new RequirementList(suite.get());
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (form) {
                    case TEXT -> list.text();
                    case MARKDOWN -> list.markdown();
                    case JSON -> list.json();
                });
        out.flush();
        return Program.PASSED;
    }
}
