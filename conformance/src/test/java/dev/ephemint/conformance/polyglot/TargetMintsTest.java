package dev.ephemint.conformance.polyglot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.polyglot.examination.TypedCase;
import dev.ephemint.conformance.polyglot.harness.Harness;
import dev.ephemint.conformance.polyglot.harness.HarnessException;
import dev.ephemint.conformance.polyglot.harness.ToolMissingException;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code polyglot --target}: a fake service, and harnesses of which some are wrong on purpose. */
final class TargetMintsTest {
    private static final String STARTS = "read line; echo '{\"typed\":[\"transcription-null\",\"flat\"]}'\n";
    private static final String MINTS = STARTS
            + "while read line; do echo '{\"value\":\"ek_x\",\"expires_at\":1790000600,\"socket\":\"wss://x/v1\"}'; done";

    private final Path directory;
    private final ScriptedVendor service = ScriptedVendor.start();

    TargetMintsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void clientThatMintsWhatPlainJsonMintsPasses() throws Exception {
        service.script(TargetMintsTest::mint);

        assertThat(failures(MINTS)).isEmpty();
        assertThat(service.requests())
                .extracting(Message::start)
                .containsExactly("POST /v1/realtime/client_secrets", "POST /v1/realtime/transcription_sessions");
    }

    @Test
    void clientThatReadsNoSocketFails() throws Exception {
        service.script(TargetMintsTest::mint);

        assertThat(failures(STARTS + "while read line; do echo '{\"value\":\"ek_x\",\"expires_at\":1790000600}'; done"))
                .containsExactly(
                        "mint target/transcription-null: the client reads no secret, lifetime or socket",
                        "mint target/flat: the client reads no secret, lifetime or socket");
    }

    @Test
    void clientThatIsRejectedFailsOnlyWherePlainJsonMints() throws Exception {
        service.script((request, socket) -> {
            if (request.target().endsWith("transcription_sessions")) {
                VendorReaction.response(Message.response(404, "{}")).on(request, socket);
            } else {
                mint(request, socket);
            }
        });

        assertThat(failures(STARTS + "while read line; do echo '{\"error\":\"status 400\"}'; done"))
                .containsExactly("mint target/transcription-null failed: status 400");
    }

    @Test
    void serviceThatMintsNothingShowsNothing() {
        service.script(VendorReaction.response(Message.response(401, "{}")));

        assertThatThrownBy(() -> failures(MINTS))
                .isInstanceOf(HarnessException.class)
                .hasMessage("the target mints none of the cases as plain JSON");
    }

    private List<String> failures(String script) throws IOException, HarnessException, ToolMissingException {
        Files.writeString(directory.resolve("harness.sh"), script);
        try (Harness harness = Harness.in(directory, Duration.ofMinutes(1))) {
            return TargetMints.failures(harness, service.uri());
        }
    }

    private static void mint(Message request, Socket socket) throws IOException {
        String name = request.target().endsWith("transcription_sessions") ? "flat" : "transcription-null";
        TypedCase mint = new TypedCase(name, ExactJson.parse("{\"session\":{\"type\":\"transcription\"}}"));
        VendorReaction.response(Message.response(200, ExactJson.write(mint.response()))
                        .with("content-type", "application/json"))
                .on(request, socket);
    }
}
