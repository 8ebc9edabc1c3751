package dev.ephemint.conformance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.TapeEvidence;
import dev.ephemint.conformance.tape.Tapes;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import dev.ephemint.contract.redaction.Redactor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordingTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("VENDOR_KEY", LeakingVendor.KEY);
    private static final EnvironmentHeader HEADER =
            EnvironmentHeader.parse("Authorization: Bearer ${VENDOR_KEY}", ENVIRONMENT);

    private final ScriptedVendor vendor = ScriptedVendor.start();
    private final List<String> printed = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @AfterEach
    void close() {
        vendor.close();
    }

    @ParameterizedTest
    @EnumSource
    void writesNoSecretOfAVendorThatRepeatsThemEverywhere(TargetDialect dialect) throws Exception {
        vendor.script(LeakingVendor.reaction());
        List<PlannedRequest> requests = RequestPlan.set(dialect, RequestPlan.ALL, List.of());

        assertThat(run(requests, false)).isZero();

        assertThat(vendor.requests()).hasSameSizeAs(requests).allSatisfy(request -> {
            assertThat(request.header("authorization")).hasValue("Bearer " + LeakingVendor.KEY);
            assertThat(request.target()).startsWith(dialect.mintPath());
        });
        assertThat(Tapes.in(directory)).hasSameSizeAs(requests);
        for (String text : written()) {
            assertThat(LeakingVendor.SECRETS).noneMatch(text::contains);
            assertThat(Redactor.of(List.of(LeakingVendor.KEY)).findIn(text))
                    .allMatch(piece -> piece.startsWith(Placeholders.TOKEN));
        }
        assertThat(printed).hasSameSizeAs(requests).allMatch(line -> line.endsWith(": 200"));
    }

    /** The test above is void if the fake does not leak. */
    @Test
    void fakeVendorLeaksEverySecret() {
        String wire = LeakingVendor.response().toString();

        assertThat(LeakingVendor.SECRETS).allMatch(wire::contains);
    }

    @Test
    void tapeKeepsFactsAndReplacesTheRest() throws Exception {
        vendor.script(LeakingVendor.reaction());

        run(RequestPlan.set(TargetDialect.AZURE, "minimal", List.of("my-deployment")), false);

        Tape tape = tape("azure/transcription-minimal");
        assertThat(tape.request()
                        .body()
                        .orElseThrow()
                        .at("/session/audio/input/transcription/model")
                        .textValue())
                .isEqualTo("my-deployment");
        assertThat(tape.provenance().evidence()).isEqualTo(TapeEvidence.RECORDED);
        assertThat(tape.provenance().captured()).hasValue("2026-11-25");
        assertThat(tape.provenance().source()).isEqualTo("a recording of tape-a.openai.azure.com");
        assertThat(tape.response().headers())
                .containsEntry("retry-after", "3")
                .containsEntry("location", "https://tape-a.openai.azure.com/x?api-key={key}")
                .containsEntry("openai-organization", "org-tape-medium-d")
                .containsEntry("openai-project", "proj_tape-medium-e")
                .containsEntry("x-request-id", "req_tape-medium-f")
                .containsEntry("apim-request-id", "00000000-0000-4000-8000-000000000003")
                .doesNotContainKeys("x-echo", "set-cookie");
        JsonNode body = tape.response().body().orElseThrow();
        assertThat(body.path("value").textValue()).isEqualTo("ek_tape_medium_a");
        assertThat(body.path("client_secret").textValue()).startsWith("ek_tape_jwt_");
        assertThat(body.at("/session/nothing").isNull()).isTrue();
        assertThat(body.at("/session/speed").decimalValue()).hasToString("1.50");
        assertThat(body.at("/session/big").bigIntegerValue()).hasToString("12345678901234567890");
        assertThat(body.at("/session/id").textValue()).startsWith("sess_tape-medium-");
    }

    @Test
    void existingTapeIsReplacedOnRequestOnly() throws Exception {
        List<PlannedRequest> requests = RequestPlan.set(TargetDialect.OPENAI, "nulls", List.of());
        vendor.script(LeakingVendor.reaction());
        run(requests, false);
        vendor.script(VendorReaction.response(Message.response(500, "{}")));

        assertThat(run(requests, false)).isZero();
        assertThat(vendor.requests()).isEmpty();
        assertThat(Tapes.in(directory)).allMatch(tape -> tape.response().status() == 200);

        assertThat(run(requests, true)).isZero();
        assertThat(Tapes.in(directory))
                .hasSameSizeAs(requests)
                .allMatch(tape -> tape.response().status() == 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"unlisted\": \"Xk29fLq0Vb7Tz3Wn\"}",
                "{\"Xk29fLq0Vb7Tz3Wn\": true}",
                "{\"unlisted\": [\"text\", \"xK2-Lq9_Vb7-Tz3_Wn1Qp8\"]}",
                "{\"unlisted\": 90210847261903345678}"
            })
    void randomTextIsRefusedAndNoFileIsWritten(String body) throws Exception {
        Map<String, String> environment = Map.of("VENDOR_KEY", "90210847261903345678");
        vendor.script(VendorReaction.response(Message.response(200, body)));

        int failed = recording(EnvironmentHeader.parse("api-key: ${VENDOR_KEY}", environment), false)
                .run(RequestPlan.set(TargetDialect.OPENAI, "minimal", List.of()));

        assertThat(failed).isEqualTo(2);
        assertThat(written()).isEmpty();
        assertThat(printed).allSatisfy(line -> assertThat(line)
                .startsWith("tape openai/")
                .contains("not written: /response/body", "looks like a credential (")
                .doesNotContain("Xk29", "Lq9", "9021"));
    }

    @Test
    void listedMemberWithRandomTextIsReplaced() {
        RedactionRules rules = RedactionRules.defaults().withIds(List.of("unlisted"));
        Captured exchange = captured("{\"unlisted\": \"Xk29fLq0Vb7Tz3Wn\"}");

        ComposedTape tape = composer(rules).compose(TargetDialect.OPENAI, "x", "a note", exchange);

        assertThat(tape.tape().response().body().orElseThrow().path("unlisted").textValue())
                .isEqualTo("tape-medium-a");
    }

    @Test
    void bodyThatIsNotJsonIsLeftOut() {
        ComposedTape tape = composer(RedactionRules.defaults())
                .compose(TargetDialect.OPENAI, "x", "A note.", captured("<html>" + LeakingVendor.KEY));

        assertThat(tape.tape().response().body()).isEmpty();
        assertThat(tape.tape().provenance().unpublished()).containsExactly("/response/body");
        assertThat(tape.tape().provenance().note()).endsWith("not JSON and is left out.");
    }

    @Test
    void vendorThatBreaksTheConnectionIsReportedWithoutTheRequest() throws Exception {
        vendor.script(VendorReaction.reset());

        assertThat(run(RequestPlan.set(TargetDialect.OPENAI, "minimal", List.of()), false))
                .isEqualTo(2);

        assertThat(printed).allMatch(line -> line.matches("openai/[a-z-]+: no response: \\w+Exception"));
        assertThat(written()).isEmpty();
    }

    @Test
    void responseLongerThanTheLimitIsNotRead() throws Exception {
        vendor.script(VendorReaction.oversize(Message.response(200, "{}"), (1 << 20) + 1));

        assertThat(run(RequestPlan.set(TargetDialect.OPENAI, "minimal", List.of()), false))
                .isEqualTo(2);
    }

    /** Of every tape of the repository, so a second pass changes nothing and no tape is refused. */
    @Test
    void redactionIsStableOnTapes() throws IOException {
        try (Stream<Path> files = Files.walk(KitData.path("tapes"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                TapeRedactor redactor = new TapeRedactor(RedactionRules.defaults(), Redactor.of(List.of()));
                JsonNode once = redactor.tree(ExactJson.parse(text));
                JsonNode twice = new TapeRedactor(RedactionRules.defaults(), Redactor.of(List.of())).tree(once);

                assertThat(twice).isEqualTo(once);
                new SecretCheck(Redactor.of(List.of())).check(file.toString(), once);
            }
        }
    }

    @Test
    void printsNoSecret() {
        assertThat(HEADER).hasToString("Authorization: ***");
        assertThat(captured(LeakingVendor.KEY)).hasToString("Captured[POST, 200]");
        assertThat(call(HEADER)).hasToString("VendorCall[127.0.0.1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://api.example.com", "ftp://localhost", "https://u:p@localhost", "https://x.example/?a=b"})
    void targetMustBeEncryptedOrLocalAndWithoutCredential(String target) {
        assertThatThrownBy(() -> new VendorCall(URI.create(target), List.of(HEADER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--target: must ");
    }

    private int run(List<PlannedRequest> requests, boolean replace) throws InterruptedException {
        return recording(HEADER, replace).run(requests);
    }

    private Recording recording(EnvironmentHeader header, boolean replace) {
        Recorder recorder = new Recorder(call(header), composer(RedactionRules.defaults()));
        return new Recording(recorder, new TapeDirectory(directory, replace), printed::add);
    }

    private VendorCall call(EnvironmentHeader header) {
        return new VendorCall(vendor.uri(), List.of(header));
    }

    private static TapeComposer composer(RedactionRules rules) {
        String source = "a recording of " + LeakingVendor.RESOURCE + ".openai.azure.com";
        return new TapeComposer(rules, new Origin(source, LocalDate.of(2026, 11, 25), TapeEvidence.RECORDED));
    }

    private static Captured captured(String body) {
        return new Captured(
                Message.request("POST", "/v1/realtime/client_secrets", "{}"),
                Message.response(200, body),
                List.of(LeakingVendor.KEY));
    }

    private Tape tape(String name) {
        return Tapes.in(directory).stream()
                .filter(tape -> tape.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> written() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
