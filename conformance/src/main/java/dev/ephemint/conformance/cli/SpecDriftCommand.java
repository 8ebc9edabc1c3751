package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.cli.options.Choices;
import dev.ephemint.conformance.cli.options.InputException;
import dev.ephemint.conformance.diff.document.InvalidDocumentException;
import dev.ephemint.conformance.diff.document.SpecDocument;
import dev.ephemint.conformance.diff.published.DriftSource;
import dev.ephemint.conformance.diff.published.PublishedDifference;
import dev.ephemint.conformance.diff.published.PublishedDrift;
import dev.ephemint.conformance.diff.published.PublishedOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a vendor's published document with the contract. */
@Command(
        name = "spec-drift",
        mixinStandardHelpOptions = true,
        description =
                "Compares a vendor's published OpenAPI document with the contract, for the two mint operations only.",
        footer = "Exit status: 0 no difference, 1 differences, 2 usage error, 3 the document has neither operation.")
final class SpecDriftCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--published", required = true, paramLabel = "FILE|URL", description = "the published document")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String published;

    @Option(names = "--date", paramLabel = "DATE", description = "date of the document; default: today")
    private @Nullable LocalDate date;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text (default), json, or truth: entries for the truth table")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String format;

    SpecDriftCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PublishedOutput output = Choices.constant("--format", format, PublishedOutput.values());
        try {
            SpecDocument document = DriftSource.read(published);
            List<PublishedDifference> differences = PublishedDrift.of(document);
            String day = (date == null ? LocalDate.now(clock) : date).toString();
            spec.commandLine().getOut().print(output.of(differences, published, day));
            spec.commandLine().getOut().flush();
            if (!PublishedDrift.hasOperation(document)) {
                return Program.NOT_PROVEN;
            }
            return differences.isEmpty() ? Program.PASSED : Program.FAILED;
        } catch (InvalidDocumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }
}
