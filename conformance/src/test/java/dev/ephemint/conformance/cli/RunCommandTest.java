package dev.ephemint.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.SelfCheck;
import dev.ephemint.conformance.run.FakeCheck;
import dev.ephemint.conformance.run.FakeGateway;
import dev.ephemint.conformance.run.Suite;
import dev.ephemint.conformance.vendor.ReservedPort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class RunCommandTest {
    private static final String KEY = "gk-5b1d5eed0c0ffee1";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    /** What a command line led to. */
    private record Ran(int status, String out, String err) {}

    private static Ran run(Suite suite, List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        RunCommand command = new RunCommand(() -> suite, Map.of("GATEWAY_KEY", KEY), CLOCK);
        int status = Program.configured(
                        new CommandLine(command), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Ran(status, out.toString(), err.toString());
    }

    private static Ran run(URI target, Suite suite, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--target", target.toString(), "--profile", "openai"));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--header")) {
            arguments.addAll(List.of("--header", "authorization: Bearer ${GATEWAY_KEY}"));
        }
        return run(suite, arguments);
    }

    private static Ran run(int status, Check check, String... more) {
        try (FakeGateway gateway = FakeGateway.responding(status)) {
            return run(gateway.server().uri(), suite(check), more);
        }
    }

    private static Suite suite(Check... checks) {
        return new Suite(List.of(checks), List.of(), List.of());
    }

    @Test
    void exitsWith0IfAllPassed() {
        Ran ran = run(200, FakeCheck.passing("a/1"));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("1 passed; 1 facts compared").endsWith("passed\n");
        assertThat(ran.status()).isZero();
    }

    @Test
    void exitsWith1IfOneFailedAndShowsHowToReproduceItWithoutTheKey() {
        Ran ran = run(200, FakeCheck.failing("a/1"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("FAILED a/1", "status: expected 201, was 200", "received: 200 {}")
                .contains("-H \"authorization: Bearer ${GATEWAY_KEY}\" --data-raw '{\"session\"")
                .doesNotContain(KEY);
    }

    @Test
    void exitsWith3IfEachResponseIs401() {
        Ran ran = run(401, FakeCheck.passing("a/1"));

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out()).contains("every response was 401: check --header").endsWith("not proven\n");
    }

    @Test
    void exitsWith3IfTheTargetIsUnreachable() {
        try (ReservedPort nothing = ReservedPort.open()) {
            Ran ran = run(nothing.uri(), suite(FakeCheck.passing("a/1")));

            assertThat(ran.status()).isEqualTo(3);
            assertThat(ran.out())
                    .contains(
                            "the target does not respond: cannot connect: Connection refused", "nothing was verified");
        }
    }

    @Test
    void exitsWith3IfTheKitMissesItsOwnFault() {
        SelfCheck blind = new SelfCheck("drops nulls", () -> false);
        try (FakeGateway gateway = FakeGateway.responding(200)) {
            Ran ran = run(
                    gateway.server().uri(), new Suite(List.of(FakeCheck.passing("a/1")), List.of(blind), List.of()));

            assertThat(ran.status()).isEqualTo(3);
            assertThat(ran.out())
                    .contains("the kit missed the fault that it planted: drops nulls")
                    .endsWith("void\n");
        }
    }

    @Test
    void readsTheListOfKnownFailures() throws IOException {
        Path known = directory.resolve("known.yaml");
        LocalDate today = LocalDate.now(CLOCK);
        Files.writeString(
                known,
                "failing: [{pattern: a/1, reason: an issue, since: " + today + ", expires: " + today.plusDays(2)
                        + "}]");
        List<Check> checks = List.of(FakeCheck.failing("a/1"), FakeCheck.passing("a/2"));
        try (FakeGateway gateway = FakeGateway.responding(200)) {
            Ran ran = run(gateway.server().uri(), new Suite(checks, List.of(), List.of()), "--known", known.toString());

            assertThat(ran.status()).isZero();
            assertThat(ran.out()).contains("KNOWN a/1", "an issue", "1 passed, 1 known");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            --known missing.yaml                     | cannot read file missing.yaml
            --only b/**                              | --only b/**: selects no check
            --only /b                                | not a pattern, such as 'tape/openai/**': '/b'
            --profile nothing                        | no profile nothing
            --header authorization: Bearer ${UNSET}  | environment variable UNSET is not set
            --header x: ${UNSET}                     | environment variable UNSET is not set
            --target ftp://localhost                 | --target: must be an http or https URL
            --target http://localhost/?a=b           | --target: must have no user, query or fragment
            --target http://gateway.invalid          | credentials would be sent unencrypted
            --vendor-port 70000                      | --vendor-port 70000: must be between 0 and 65535
            --timeout 0                              | --timeout 0: must be greater than zero
            --max-failures x                         | Invalid value for option '--max-failures'
            """)
    void exitsWith2OnWrongUsage(String options, String message) {
        String[] pair = options.split(" ", 2);
        List<String> arguments = new ArrayList<>(List.of(pair[0], pair[1].strip()));
        for (String[] other : List.of(
                new String[] {"--target", "http://localhost"},
                new String[] {"--profile", "openai"},
                new String[] {"--header", "authorization: Bearer ${GATEWAY_KEY}"})) {
            if (!other[0].equals(pair[0])) {
                arguments.addAll(List.of(other));
            }
        }

        Ran ran = run(suite(FakeCheck.passing("a/1")), arguments);

        assertThat(ran.err()).contains(message).doesNotContain("Exception");
        assertThat(ran.status()).isEqualTo(2);
    }

    @Test
    void reportsADirectoryThatIsAFileBeforeTheRun() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        List<String> ran = new ArrayList<>();
        Check check = FakeCheck.of("a/1", target -> {
            ran.add("a/1");
            return new Outcome.Passed(1);
        });

        Ran run = run(200, check, "--report", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--report " + file + ": cannot create the directory");
        assertThat(ran).isEmpty();
    }

    @Test
    void reportsAVendorPortThatIsInUse() {
        try (FakeGateway gateway = FakeGateway.responding(200)) {
            String port = Integer.toString(gateway.server().uri().getPort());

            Ran run = run(gateway.server().uri(), suite(FakeCheck.passing("a/1")), "--vendor-port", port);

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err())
                    .contains("--vendor-port " + port + ": cannot listen at 127.0.0.1: ")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void exitsWith3AndPrintsNoSecretAfterAnErrorOfItsOwn() {
        StringWriter err = new StringWriter();
        RunCommand command = new RunCommand(
                () -> {
                    throw new IllegalStateException("broken: Bearer sk-0123456789abcdef0123456789abcdef");
                },
                Map.of(),
                CLOCK);

        int status = Program.configured(
                        new CommandLine(command), new PrintWriter(new StringWriter()), new PrintWriter(err, true))
                .execute("--target", "http://127.0.0.1:1", "--profile", "ephemint-openai");

        assertThat(status).isEqualTo(3);
        assertThat(err.toString())
                .contains("unexpected error, please report it", "IllegalStateException: broken")
                .doesNotContain("0123456789abcdef");
    }

    @Test
    void printsOneLineForChecksThatShareAReasonWithoutACall() {
        try (ReservedPort nothing = ReservedPort.open()) {
            Ran ran = run(nothing.uri(), suite(FakeCheck.passing("a/1"), FakeCheck.passing("a/2")));

            assertThat(ran.out())
                    .contains("NOT PROVEN 2 checks: the target does not respond: cannot connect: Connection refused")
                    .doesNotContain("a/1");
        }
    }
}
