package dev.ephemint.conformance.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A script of {@code src/test/sdk} around an SDK; it prints a line of JSON for each call. */
final class SdkProgram {
    /** What the realtime clients say. */
    static final String SPEECH = Path.of("../server/src/main/resources/dev/ephemint/server/speech.wav")
            .toAbsolutePath()
            .toString();

    private static final int TOOL_IS_MISSING = 77;

    private SdkProgram() {}

    /** What it prints. Ends the test if a tool is missing. */
    static List<JsonNode> run(List<String> command, List<String> arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(arguments);
        Path printed = Files.createTempFile("sdk", ".log");
        Process process =
                new ProcessBuilder(all).redirectError(printed.toFile()).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            String log = Files.readString(printed);
            if (status == TOOL_IS_MISSING) {
                String reason = "The SDK of " + command + " is not tried: " + log.strip();
                System.out.println(reason);
                Assumptions.abort(reason);
            }
            if (status != 0) {
                throw new IllegalStateException("status " + status + ":\n" + log + output);
            }
            return output.lines().map(ExactJson::parse).toList();
        } finally {
            process.destroyForcibly();
            Files.delete(printed);
        }
    }
}
