package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.bench.Bench;
import dev.ephemint.conformance.bench.BenchFiles;
import dev.ephemint.conformance.bench.BenchOptions;
import dev.ephemint.conformance.bench.gateway.Jdk;
import dev.ephemint.conformance.bench.measure.Measures;
import dev.ephemint.conformance.bench.measure.Plan;
import dev.ephemint.conformance.bench.report.SpeedDocuments;
import dev.ephemint.conformance.bench.rig.RigException;
import dev.ephemint.conformance.cli.options.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures Ephemint beside other gateways. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures Ephemint beside other gateways on this machine, from a checkout in which the service is built.",
            "Requires Go 1.24 or newer, and for each peer its tools; a peer that cannot be installed is left out, with the "
                    + "reason. Ends within 30 minutes on two cores, once all is installed."
        },
        footer = {"", "Exit status: 0 measured, 2 usage error or nothing to measure with."})
final class BenchCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--short",
            description = "fewer and shorter rounds, the newest JDK only, without LiteLLM: within five minutes")
    private boolean isShort;

    @Option(
            names = "--only",
            paramLabel = "T",
            split = ",",
            description =
                    "only these targets: nginx, gomodel, go-proxy, express, portkey, litellm, ephemint or such as "
                            + "ephemint-25 or ephemint-25-azure; the mock vendor alone is always measured")
    private Set<String> only = new HashSet<>();

    @Option(
            names = "--measure",
            paramLabel = "M",
            split = ",",
            description = "only these: start, client, throughput, latency, body, profile, callers, in-flight, pool")
    private Set<String> measures = new HashSet<>();

    @Option(
            names = "--jdk",
            paramLabel = "DIR",
            split = ",",
            description =
                    "JDKs for Ephemint (default: the first of each release, 17 or newer, in the usual places; with --short the newest)")
    private List<Path> jdks = List.of();

    @Option(names = "--root", paramLabel = "DIR", description = "checkout of the project (default: this directory)")
    private Path root = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where results.json, results.md and diagram.svg are written, below the checkout "
                    + "(default: ${DEFAULT-VALUE})")
    private Path out = Path.of("target/bench");

    @Option(names = "--add", description = "keep the figures of other measures that results.json has already")
    private boolean isAdded;

    @Option(
            names = "--publish",
            paramLabel = "FILE",
            description = "measure nothing; keep this results.json in the checkout, and write its documents anew")
    private @Nullable Path publish;

    BenchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Path checkout = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(checkout.resolve("conformance/bench"))) {
            throw new InputException("--root: " + checkout + " is not a checkout of this project");
        }
        List<String> known = Measures.ids();
        for (String measure : measures) {
            if (!known.contains(measure)) {
                throw new InputException("--measure: no measure " + measure + "; there are " + known);
            }
        }
        Path directory = checkout.resolve(out);
        try {
            if (publish == null) {
                new Bench(options(checkout, directory), clock, this::print)
                        .run(results -> BenchFiles.write(directory, results, isAdded));
                print("written: " + directory);
            } else {
                SpeedDocuments.publish(checkout, publish);
            }
            return Program.PASSED;
        } catch (RigException | IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new InputException("cannot write: " + e.getMessage());
        }
    }

    private BenchOptions options(Path checkout, Path directory) {
        List<Jdk> found = jdks.isEmpty() ? chosen(Jdk.found()) : Jdk.among(jdks);
        return new BenchOptions(
                checkout, directory.resolve("work"), isShort ? Plan.SHORT : Plan.LONG, found, only, measures);
    }

    private List<Jdk> chosen(List<Jdk> found) {
        return isShort ? found.subList(Math.max(0, found.size() - 1), found.size()) : found;
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }
}
