package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.cli.options.Choices;
import dev.ephemint.conformance.cli.options.InputException;
import dev.ephemint.conformance.cli.options.NewTapeOptions;
import dev.ephemint.conformance.record.Origin;
import dev.ephemint.conformance.record.TapeComposer;
import dev.ephemint.conformance.tape.TapeEvidence;
import dev.ephemint.conformance.traffic.ImportResult;
import dev.ephemint.conformance.traffic.InvalidTrafficException;
import dev.ephemint.conformance.traffic.TrafficImport;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes tapes of the mints that another program recorded. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Makes tapes of the mints in a HAR or NDJSON file from another program, without their credentials.")
final class ImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Input input = new Input();

    @Option(names = "--source", required = true, paramLabel = "TEXT", description = "where the file comes from")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String source;

    @Option(names = "--date", required = true, paramLabel = "DAY", description = "when it was captured, as 2026-11-25")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private LocalDate date;

    @Option(
            names = "--grade",
            required = true,
            paramLabel = "GRADE",
            description = "recorded (the vendor's own bytes), reported or documented")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String grade;

    @Option(
            names = "--name",
            paramLabel = "PREFIX",
            defaultValue = "imported",
            description = "the tapes are PREFIX-1, PREFIX-2, ...; default imported")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String name;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "also accept this host: a proxy that passes the vendor's bytes on unchanged")
    private List<String> hosts = new ArrayList<>();

    @Mixin
    private NewTapeOptions tapes = new NewTapeOptions();

    static final class Input {
        @Option(names = "--har", paramLabel = "FILE", description = "HAR 1.2")
        private @Nullable Path har;

        @Option(
                names = "--ndjson",
                paramLabel = "FILE",
                description = "a line for each exchange: {\"request\":{\"method\",\"url\",\"headers\",\"body\"},"
                        + "\"response\":{\"status\",\"headers\",\"body\"}}")
        private @Nullable Path ndjson;

        ImportResult into(TrafficImport importer, String prefix) {
            if (har != null) {
                return importer.har(har, prefix);
            }
            if (ndjson != null) {
                return importer.ndjson(ndjson, prefix);
            }
            throw new InputException("name a file with --har or --ndjson");
        }
    }

    @Override
    public Integer call() {
        if (!name.matches("[a-z0-9-]{1,60}")) {
            throw new InputException("--name: must be of lower-case letters, digits and hyphens, at most 60");
        }
        PrintWriter out = spec.commandLine().getOut();
        Origin origin = new Origin(source, date, Choices.constant("--grade", grade, TapeEvidence.values()));
        TrafficImport importer =
                new TrafficImport(new TapeComposer(tapes.rules(), origin), tapes.directory(), hosts, out::println);
        try {
            ImportResult result = input.into(importer, name);
            out.printf("%d written, %d skipped, %d refused%n", result.written(), result.skipped(), result.refused());
            return result.refused() == 0 ? Program.PASSED : Program.FAILED;
        } catch (InvalidTrafficException | UncheckedIOException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }
}
