package dev.ephemint.conformance.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** OpenAI's own SDK for Node, run by the scripts in {@code src/test/sdk}. */
final class NodeSdk {
    private NodeSdk() {}

    /** What the SDK made of both mints. */
    static JsonNode mint(String vendor, URI base) throws IOException, InterruptedException {
        return ExactJson.parse(output(new ProcessBuilder("node", "src/test/sdk/mint.mjs", vendor, base.toString())));
    }

    /** The captions of its realtime class at facades that this certificate belongs to, a line for each. */
    static List<JsonNode> captions(List<String> facades, Path certificate) throws IOException, InterruptedException {
        // The flag gives Node 20 what newer ones have anyway.
        List<String> command = new ArrayList<>(List.of(
                "node", "--no-warnings", "--experimental-websocket", "src/test/sdk/captions.mjs", SdkProgram.SPEECH));
        command.addAll(facades);
        ProcessBuilder node = new ProcessBuilder(command);
        node.environment().put("NODE_EXTRA_CA_CERTS", certificate.toString());
        return output(node).lines().map(ExactJson::parse).toList();
    }

    private static String output(ProcessBuilder node) throws IOException, InterruptedException {
        Process process = node.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the SDK failed:\n" + output);
        }
        return output;
    }
}
