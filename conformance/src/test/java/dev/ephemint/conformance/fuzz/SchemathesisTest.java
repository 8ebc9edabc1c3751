package dev.ephemint.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every check of Schemathesis on every operation, with the sandbox of each dialect behind the facade. Every build tries the
 * contract's boundaries with one dialect, the profile {@code nightly} with all of them.
 */
@Timeout(value = 90, unit = TimeUnit.MINUTES)
final class SchemathesisTest {
    private static final Path KNOWN = Path.of("src/test/resources/fuzz/schemathesis-known.json");
    private static final int FEW = 30;
    private static final int MANY = 200;

    /** Their servers are the root of the facade, which Schemathesis does not read from the operation. */
    private static final List<String> DOCUMENTS = List.of("--include-method", "GET", "--max-examples", "" + FEW);

    @Test
    void everyFailureIsKnownAndEveryKnownFailureOccurs() throws IOException, InterruptedException {
        verify(FEW);
    }

    @Test
    @Tag("nightly")
    void theSameWithMoreCases() throws IOException, InterruptedException {
        verify(MANY);
    }

    private static void verify(int cases) throws IOException, InterruptedException {
        KnownFailures known = KnownFailures.read(KNOWN);
        List<String> unknown = new ArrayList<>();
        for (TargetDialect dialect : TargetDialect.values()) {
            FuzzReport report = fuzz(dialect, known, unknown, mints(dialect, cases));
            assertThat(report.accepted())
                    .as("operations with a success")
                    .containsExactlyInAnyOrder(
                            "POST /realtime/client_secrets", "POST /realtime/transcription_sessions");
            assertThat(report.cases()).as("requests").isGreaterThan(FEW);
        }
        FuzzReport documents = fuzz(TargetDialect.OPENAI, known, unknown, DOCUMENTS);
        assertThat(documents.accepted()).as("operations with a success").hasSize(8);
        assertThat(unknown).isEmpty();
        assertThat(known.unused(cases == MANY))
                .as("known failures that did not occur")
                .isEmpty();
    }

    @Test
    void serverThatBreaksTheContractIsFound() throws IOException, InterruptedException {
        try (ScriptedVendor server = ScriptedVendor.start()) {
            server.script(SchemathesisTest::brokenServer);

            FuzzReport report = Schemathesis.run(
                    "broken",
                    server.uri(),
                    List.of(
                            "--origin",
                            server.uri().toString(),
                            "--max-examples",
                            "2",
                            "--phases",
                            "examples,fuzzing"));

            assertThat(report.failures())
                    .extracting(FuzzFailure::check)
                    .contains("not_a_server_error", "content_type_conformance", "response_schema_conformance");
            assertThat(KnownFailures.read(KNOWN).unknown(TargetDialect.AZURE, report.failures()))
                    .isNotEmpty();
        }
    }

    @Test
    void everyKnownFailureHasAReason() {
        assertThat(KnownFailures.read(KNOWN).entries())
                .allSatisfy(entry -> assertThat(entry.reason()).hasSizeGreaterThan(40));
    }

    private static List<String> mints(TargetDialect dialect, int cases) {
        List<String> options = new ArrayList<>(List.of("--include-method", "POST", "--max-examples", "" + cases));
        if (cases == FEW && dialect != TargetDialect.OPENAI) {
            options.addAll(List.of("--phases", "examples,fuzzing"));
        }
        return options;
    }

    private static FuzzReport fuzz(
            TargetDialect dialect, KnownFailures known, List<String> unknown, List<String> chosen)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(chosen);
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0", "upstream.dialect", dialect.id()))) {
            options.addAll(List.of(
                    chosen.equals(DOCUMENTS) ? "--url" : "--origin",
                    facade.uri().toString()));
            FuzzReport report = Schemathesis.run(dialect.id(), facade.uri(), options);
            System.out.printf(
                    "Schemathesis, dialect %s: %d requests, %d failed checks%n",
                    dialect.id(), report.cases(), report.failures().size());
            known.unknown(dialect, report.failures()).forEach(failure -> unknown.add(dialect.id() + " " + failure));
            return report;
        }
    }

    private static void brokenServer(Message request, Socket socket) throws IOException {
        Message response = request.target().equals("/openapi.yaml")
                ? Message.response(200, ExactJson.write(DialectContract.base().tree()))
                : request.method().equals("POST")
                        ? Message.response(200, "{\"value\": 7}").with("content-type", "application/json")
                        : Message.response(599, "sorry").with("content-type", "text/plain");
        VendorReaction.response(response).on(request, socket);
    }
}
