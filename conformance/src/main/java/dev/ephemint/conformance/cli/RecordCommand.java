package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.cli.options.Choices;
import dev.ephemint.conformance.cli.options.InputException;
import dev.ephemint.conformance.cli.options.NewTapeOptions;
import dev.ephemint.conformance.cli.options.VendorOptions;
import dev.ephemint.conformance.record.Origin;
import dev.ephemint.conformance.record.PlannedRequest;
import dev.ephemint.conformance.record.Recorder;
import dev.ephemint.conformance.record.Recording;
import dev.ephemint.conformance.record.RequestPlan;
import dev.ephemint.conformance.record.TapeComposer;
import dev.ephemint.conformance.record.VendorCall;
import dev.ephemint.conformance.tape.TapeEvidence;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends a bounded set of mints to a live vendor and writes a tape of each. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description =
                "Records mints at a live vendor as tapes without credentials. Each request creates at most one client "
                        + "secret, which is not written.")
final class RecordCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--target", required = true, paramLabel = "URL", description = "base URL of the vendor")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private URI target;

    @Option(
            names = "--dialect",
            required = true,
            paramLabel = "NAME",
            description = "openai, openai-beta, azure or azure-preview")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String dialect;

    @Option(
            names = "--set",
            paramLabel = "NAME",
            defaultValue = RequestPlan.ALL,
            description = "minimal, members, nulls, refusals or all (default)")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String set;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "transcription model, or the deployment at Azure; default gpt-4o-mini-transcribe")
    private List<String> models = new ArrayList<>(1);

    @Option(
            names = "--grade",
            paramLabel = "GRADE",
            defaultValue = "recorded",
            description = "recorded (default), reported or documented")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String grade;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "where the tapes come from; default: the target's host")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String source;

    @Mixin
    private VendorOptions vendor = new VendorOptions();

    @Mixin
    private NewTapeOptions tapes = new NewTapeOptions();

    RecordCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        TargetDialect spoken = Choices.dialect("--dialect", dialect);
        List<PlannedRequest> requests = plan(spoken);
        VendorCall call = vendor.call(target, spoken.vendor(), environment);
        Origin origin = new Origin(
                source.isEmpty() ? "a recording of " + call.host() : source,
                LocalDate.now(clock),
                Choices.constant("--grade", grade, TapeEvidence.values()));
        Recorder recorder = new Recorder(call, new TapeComposer(tapes.rules(), origin));
        int failed = new Recording(recorder, tapes.directory(), out::println).run(requests);
        out.printf("%d of %d requests could not be recorded%n", failed, requests.size());
        return failed == 0 ? Program.PASSED : Program.FAILED;
    }

    private List<PlannedRequest> plan(TargetDialect spoken) {
        try {
            return RequestPlan.set(spoken, set, models);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }
}
