package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.check.CheckPattern;
import dev.ephemint.conformance.cli.options.CallerHeaders;
import dev.ephemint.conformance.cli.options.InputException;
import dev.ephemint.conformance.gateway.GatewayAddress;
import dev.ephemint.conformance.gateway.HttpTarget;
import dev.ephemint.conformance.input.InvalidInputException;
import dev.ephemint.conformance.known.KnownFailures;
import dev.ephemint.conformance.known.KnownFailuresReader;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.report.ConsoleReport;
import dev.ephemint.conformance.report.Report;
import dev.ephemint.conformance.report.ReportFiles;
import dev.ephemint.conformance.run.Engine;
import dev.ephemint.conformance.run.RunPlan;
import dev.ephemint.conformance.run.RunResult;
import dev.ephemint.conformance.run.Suite;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks a gateway and reports. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Checks the gateway at a URL against the requirements that its profile declares.",
        sortOptions = false,
        footer = {"", "Exit status: 0 passed, 1 failed, 2 usage error, 3 void or not proven."})
final class RunCommand implements Callable<Integer> {
    private final Supplier<Suite> suite;
    private final Map<String, String> environment;
    private final Clock clock;

    @Option(names = "--target", paramLabel = "URL", required = true, description = "base URL of the gateway")
    private URI target = URI.create("http://localhost");

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            required = true,
            description = "what the gateway declares about itself: the name of a profile of the kit, or a file")
    private String profile = "";

    @Option(
            names = "--header",
            paramLabel = "'name: $${VARIABLE}'",
            description = "request header with its credential from the environment; may be repeated")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "PATTERN",
            description = "run these checks only, such as tape/**; may be repeated")
    private List<String> only = new ArrayList<>();

    @Option(names = "--known", paramLabel = "FILE", description = "list of known failures, in YAML")
    private @Nullable Path known;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "write JSON, JUnit XML, SARIF, Markdown, HTML and a badge")
    private @Nullable Path report;

    @Option(
            names = "--vendor-port",
            paramLabel = "PORT",
            description = "play the vendor at this port, too; the gateway must be configured to call it")
    private @Nullable Integer vendorPort;

    @Option(
            names = "--vendor-address",
            paramLabel = "ADDRESS",
            description = "address of that port; default ${DEFAULT-VALUE}")
    private String vendorAddress = "127.0.0.1";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "for each call, from the connection to the last byte; default ${DEFAULT-VALUE}")
    private int timeout = 30;

    @Option(names = "--max-failures", paramLabel = "N", description = "end after this many failures")
    private int maxFailures;

    @Option(names = "--allow-plain-http", description = "allow sending credentials unencrypted to another host")
    private boolean allowPlainHttp;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    RunCommand(Supplier<Suite> suite, Map<String, String> environment, Clock clock) {
        this.clock = clock;
        this.suite = suite;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (timeout < 1) {
            throw new InputException("--timeout " + timeout + ": must be greater than zero");
        }
        if (report != null) {
            prepare(report);
        }
        Suite all = suite.get();
        Profile declared = profile();
        RunPlan plan = plan(all);
        Optional<ScriptedVendor> vendor = Optional.ofNullable(vendorPort).map(this::vendor);
        Progress progress = Progress.on(spec.commandLine().getErr(), environment);
        try (Interrupt interrupt = Interrupt.watched(progress)) {
            GatewayAddress address = address(declared, vendor.map(ScriptedVendor::uri));
            HttpTarget gateway = new HttpTarget(address, declared, vendor, Duration.ofSeconds(timeout));
            return finish(Engine.run(plan, gateway, interrupt), all);
        } finally {
            vendor.ifPresent(ScriptedVendor::close);
        }
    }

    private int finish(RunResult run, Suite all) {
        Report finished = Report.of(run, all.requirements(), Version.text(), location());
        PrintWriter out = spec.commandLine().getOut();
        ConsoleReport.of(finished).forEach(out::println);
        if (report != null) {
            write(finished, report);
        }
        return switch (run.conclusion()) {
            case PASSED -> Program.PASSED;
            case FAILED -> Program.FAILED;
            case NOT_PROVEN, VOID -> Program.NOT_PROVEN;
        };
    }

    /** The profile's file, or the list of known failures. */
    private String location() {
        Path file = Path.of(profile);
        Path described = Files.isRegularFile(file) ? file : Objects.requireNonNullElse(known, Path.of("README.md"));
        return (described.isAbsolute() ? described.getFileName() : described)
                .toString()
                .replace('\\', '/');
    }

    /** Before the run, which may take minutes. */
    private static void prepare(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new InputException("--report " + directory + ": cannot create the directory");
        }
        if (!Files.isWritable(directory)) {
            throw new InputException("--report " + directory + ": cannot write to the directory");
        }
    }

    private static void write(Report finished, Path directory) {
        try {
            ReportFiles.write(finished, directory);
        } catch (IOException e) {
            throw new InputException("--report " + directory + ": cannot write: " + e.getMessage());
        }
    }

    private RunPlan plan(Suite all) {
        try {
            KnownFailures listed = known == null ? KnownFailures.NONE : KnownFailuresReader.read(known);
            List<CheckPattern> patterns = only.stream().map(CheckPattern::new).toList();
            return new RunPlan(all.checks(), all.selfChecks(), patterns, listed, LocalDate.now(clock), maxFailures);
        } catch (IllegalArgumentException | InvalidInputException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private Profile profile() {
        try {
            return Profiles.of(profile);
        } catch (InvalidInputException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private GatewayAddress address(Profile declared, Optional<URI> vendor) {
        try {
            GatewayAddress address =
                    new GatewayAddress(target, CallerHeaders.of(headers, declared, vendor, environment));
            if (address.exposesCredentials() && !allowPlainHttp) {
                throw new InputException(
                        "--target: credentials would be sent unencrypted; use https or --allow-plain-http");
            }
            return address;
        } catch (IllegalArgumentException | InvalidInputException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private ScriptedVendor vendor(int port) {
        if (port < 0 || port > 65_535) {
            throw new InputException("--vendor-port " + port + ": must be between 0 and 65535");
        }
        try {
            return ScriptedVendor.start(new InetSocketAddress(vendorAddress, port));
        } catch (UncheckedIOException e) {
            throw new InputException("--vendor-port " + port + ": cannot listen at " + vendorAddress + ": "
                    + Objects.requireNonNullElse(e.getCause(), e).getMessage());
        }
    }
}
