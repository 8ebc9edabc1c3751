package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.cli.options.Choices;
import dev.ephemint.conformance.cli.options.InputException;
import dev.ephemint.conformance.cli.options.ReportOptions;
import dev.ephemint.conformance.cli.options.VendorOptions;
import dev.ephemint.conformance.drift.Drift;
import dev.ephemint.conformance.drift.DriftOutput;
import dev.ephemint.conformance.drift.DriftReport;
import dev.ephemint.conformance.drift.DriftTier;
import dev.ephemint.conformance.drift.NewRecording;
import dev.ephemint.conformance.record.Origin;
import dev.ephemint.conformance.record.Recorder;
import dev.ephemint.conformance.record.RedactionRules;
import dev.ephemint.conformance.record.TapeComposer;
import dev.ephemint.conformance.record.VendorCall;
import dev.ephemint.conformance.tape.InvalidTapeException;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.TapeEvidence;
import dev.ephemint.conformance.tape.Tapes;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares old tapes with new ones, or with what a vendor responds now. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = "Compares old recordings with new ones, by member, in three tiers: information, warning, error.",
        footer = "Exit status: 0 nothing at or above --fail-on, 1 drift, 2 usage error, 3 nothing was compared.")
final class DriftCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--tapes", paramLabel = "DIR", description = "the old recordings; default: those of the kit")
    private @Nullable Path tapes;

    @ArgGroup(multiplicity = "1")
    private Side side = new Side();

    @Option(names = "--dialect", paramLabel = "NAME", description = "compare the tapes of this dialect only")
    private @Nullable String dialect;

    @Option(
            names = "--fail-on",
            paramLabel = "TIER",
            defaultValue = "error",
            description = "error (default), warning or information")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String failOn;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text (default), json or markdown")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String format;

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Mixin
    private VendorOptions vendor = new VendorOptions();

    static final class Side {
        @Option(
                names = "--target",
                paramLabel = "URL",
                description = "base URL of the vendor: send each taped request again")
        private @Nullable URI target;

        @Option(names = "--against", paramLabel = "DIR", description = "directory of new recordings")
        private @Nullable Path against;
    }

    DriftCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        DriftTier limit = Choices.constant("--fail-on", failOn, DriftTier.values());
        DriftOutput output = Choices.constant("--format", format, DriftOutput.values());
        DriftReport drift = compare();
        report.print(spec.commandLine().getOut(), output.of(drift));
        if (drift.compared() == 0) {
            return Program.NOT_PROVEN;
        }
        return drift.tier().filter(tier -> tier.compareTo(limit) >= 0).isPresent() ? Program.FAILED : Program.PASSED;
    }

    private DriftReport compare() {
        List<Tape> before = read("--tapes", tapes == null ? KitData.path("tapes") : tapes);
        if (side.against != null) {
            return Drift.against(before, read("--against", side.against));
        }
        URI target = side.target;
        if (target == null) {
            throw new InputException("name the new side with --target or --against");
        }
        Set<TargetDialect> dialects = before.stream().map(Tape::dialect).collect(Collectors.toSet());
        if (dialects.size() != 1) {
            throw new InputException("--dialect: name the target's dialect; the tapes are of " + dialects.size());
        }
        VendorCall call = vendor.call(target, dialects.iterator().next().vendor(), environment);
        Origin origin = new Origin("a recording of " + call.host(), LocalDate.now(clock), TapeEvidence.RECORDED);
        TapeComposer composer = new TapeComposer(RedactionRules.defaults(), origin);
        return Drift.with(before, new NewRecording(new Recorder(call, composer)));
    }

    private List<Tape> read(String option, Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new InputException(option + ": no such directory");
        }
        try {
            return Tapes.in(directory).stream()
                    .filter(tape -> dialect == null || tape.dialect() == Choices.dialect("--dialect", dialect))
                    .toList();
        } catch (InvalidTapeException | IllegalArgumentException e) {
            throw new InputException(option + ": " + e.getMessage());
        }
    }
}
