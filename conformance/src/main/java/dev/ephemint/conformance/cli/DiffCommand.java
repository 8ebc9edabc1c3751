package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.cli.options.Choices;
import dev.ephemint.conformance.cli.options.InputException;
import dev.ephemint.conformance.cli.options.ReportOptions;
import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.ChangeClass;
import dev.ephemint.conformance.diff.consequence.ClientResults;
import dev.ephemint.conformance.diff.consequence.Impacts;
import dev.ephemint.conformance.diff.document.InvalidDocumentException;
import dev.ephemint.conformance.diff.document.SpecDocument;
import dev.ephemint.conformance.diff.document.SpecSources;
import dev.ephemint.conformance.diff.report.DiffOutput;
import dev.ephemint.conformance.diff.report.DiffResult;
import dev.ephemint.conformance.diff.walk.DocumentDiff;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two versions of the contract, and lists who breaks. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two versions of the contract: each change once, with its rule, fingerprint and line, and what it means for"
                    + " callers, readers, dialects, tapes, canaries, scenarios, SDKs and generated clients.",
            "OLD and NEW are each a file, a released version (0.1.0), a git revision (HEAD~1), REVISION:path, or current."
        },
        footer = "Exit status: 0 no change at or above --fail-on, 1 such a change, 2 usage error.")
final class DiffCommand implements Callable<Integer> {
    private final Path directory;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "the old document")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String before;

    @Parameters(index = "1", paramLabel = "NEW", description = "the new document")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String after;

    @Option(names = "--events", description = "compare the events (AsyncAPI) of versions, not the operations")
    private boolean events;

    @Option(
            names = "--fail-on",
            paramLabel = "CLASS",
            defaultValue = "breaking",
            description = "breaking (default), regeneration, compatible or document")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String failOn;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text (default), markdown, json, sarif or github")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String format;

    @Option(
            names = "--clients",
            paramLabel = "FILE",
            description =
                    "results of generated clients that ran against both, from polyglot --old; without it they are unknown")
    private @Nullable Path clients;

    @Mixin
    private ReportOptions report = new ReportOptions();

    /** @param directory where relative files and git revisions are looked for */
    DiffCommand(Path directory) {
        this.directory = directory;
    }

    @Override
    public Integer call() {
        ChangeClass limit = Choices.constant("--fail-on", failOn, ChangeClass.values());
        DiffOutput output = Choices.constant("--format", format, DiffOutput.values());
        try {
            DiffResult result = compare();
            report.print(spec.commandLine().getOut(), output.of(result));
            return result.reaches(limit) ? Program.FAILED : Program.PASSED;
        } catch (InvalidDocumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private DiffResult compare() {
        SpecSources sources = events ? SpecSources.ofEvents(directory) : SpecSources.ofOperations(directory);
        SpecDocument old = sources.find(before);
        SpecDocument now = sources.find(after);
        List<Change> changes = DocumentDiff.of(old, now);
        return new DiffResult(old.name(), now.name(), Impacts.of(old, now, changes, clientResults()));
    }

    private ClientResults clientResults() {
        if (clients == null) {
            return ClientResults.none();
        }
        try {
            return ClientResults.read(clients);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new InputException("--clients: " + e.getMessage());
        }
    }
}
