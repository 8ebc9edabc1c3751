package dev.ephemint.conformance.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.bench.client.ClientProgram;
import dev.ephemint.conformance.bench.gateway.Bodies;
import dev.ephemint.conformance.bench.gateway.Direct;
import dev.ephemint.conformance.bench.gateway.Jdk;
import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.gateway.Target;
import dev.ephemint.conformance.bench.profile.FlightProfiler;
import dev.ephemint.conformance.bench.result.Sample;
import dev.ephemint.conformance.bench.result.Value;
import dev.ephemint.conformance.bench.rig.Mint;
import dev.ephemint.conformance.bench.rig.MockVendor;
import dev.ephemint.conformance.bench.rig.Rig;
import dev.ephemint.conformance.scenario.Gateway;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smallest run, with rig and mock vendor, and Ephemint in this process. */
final class BenchSmokeTest {

    private static final WarmTimes.Limits WINDOW = WarmTimes.Limits.ofMillis(0, 200);

    private static final Plan SMALLEST = new Plan(
            "smoke",
            Duration.ofMinutes(1),
            1,
            new WarmTimes(WINDOW, WINDOW, WINDOW, WINDOW, WINDOW),
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            List.of(100),
            List.of(20),
            List.of(1),
            List.of(1),
            List.of());

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path work;

    /** A service in this process. */
    private record InProcess(String id, URI uri, String path, String body) implements Target {
        @Override
        public String title() {
            return id;
        }

        @Override
        public boolean isFlat() {
            return false;
        }

        @Override
        public RunningTarget start(Setup setup) {
            Mint mint = new Mint(uri.resolve(path), Map.of(), body);
            return new RunningTarget(this, "", mint, ProcessHandle.current(), Duration.ZERO, () -> {});
        }
    }

    @Test
    void measuresEphemintAndVoidsARoundThatFails() throws InterruptedException {
        assumeTrue(isGoThere(), "Go 1.24 or newer is missing");
        Bodies bodies = new Bodies(Path.of("bench/bodies"));
        Rig rig = Rig.build(Path.of("bench/rig"), work);
        try (MockVendor vendor = rig.mockVendor(bodies.vendorResponse().toAbsolutePath(), work.resolve("vendor.log"));
                Gateway.Running ephemint =
                        Facades.start(TargetDialect.OPENAI, vendor.uri(), Map.of(), Clock.systemUTC())) {
            Target minting =
                    new InProcess("ephemint-17", ephemint.uri(), "/v1/realtime/client_secrets", bodies.nested());
            Target failing = new InProcess("wrong", ephemint.uri(), "/v1/nothing", bodies.nested());
            List<Target> targets = List.of(new Direct(vendor, bodies.nested()), minting, failing);
            Deadline deadline = new Deadline(() -> 0, SMALLEST.limit());

            assertThat(new Fidelity(vendor, bodies).differences(((InProcess) minting).start(Setup.PLAIN)))
                    .isEmpty();
            try (Session session =
                    new Session(SMALLEST, targets, new Session.Equipment(rig, vendor), deadline, line -> {})) {
                clients().run(session);
                new Throughput(SMALLEST).run(session);
                new AddedLatency(SMALLEST).run(session);
                new Profiling(SMALLEST, bodies, new FlightProfiler(work)).run(session);
                new InFlight(SMALLEST).run(session);

                List<Sample> samples = session.samples().all();
                assertThat(samples.stream().filter(sample -> !sample.measure().equals("profile")))
                        .hasSize(11)
                        .allSatisfy(sample -> assertThat(sample.voided().isPresent())
                                .as("%s", sample)
                                .isEqualTo(sample.target().equals("wrong")));
                assertThat(session.samples().spread("latency", "100", "ephemint-17", Value.P50_MS))
                        .hasValueSatisfying(p50 -> assertThat(p50.median()).isGreaterThanOrEqualTo(50));
                assertThat(session.samples().ratio("client", "17", "ephemint-client", "jdk-client", Value.P50_MS))
                        .isPresent();
                assertThat(session.notes()).isEmpty();
                for (String kilobytes : List.of("0", "128")) {
                    assertThat(samples.stream()
                                    .filter(sample -> sample.measure().equals("profile"))
                                    .filter(sample -> sample.variant().equals(kilobytes))
                                    .mapToDouble(sample -> sample.values().getOrDefault(Value.SHARE_PCT, 0.0))
                                    .sum())
                            .isBetween(99.0, 101.0);
                }
                assertThat(session.samples().spread("in-flight", "20", "ephemint-17", Value.MINTED))
                        .hasValueSatisfying(
                                minted -> assertThat(minted.median()).isEqualTo(20));
            }
        }
    }

    private ClientMints clients() {
        ClientProgram program = new ClientProgram(
                Path.of(".."), work, List.of(new Jdk(17, "", Path.of(System.getProperty("java.home")))));
        return new ClientMints(program, 1, new ClientMints.Turns(1, 10), new ClientMints.Turns(1, 10));
    }

    /** Debian 12 has Go 1.19, which cannot build the rig. */
    private static boolean isGoThere() throws InterruptedException {
        try {
            Process go = new ProcessBuilder("go", "env", "GOVERSION").start();
            String version = new String(go.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher minor = Pattern.compile("go1\\.(\\d+)").matcher(version);
            return go.waitFor() == 0 && minor.find() && Integer.parseInt(minor.group(1)) >= 24;
        } catch (IOException missing) {
            return false;
        }
    }
}
