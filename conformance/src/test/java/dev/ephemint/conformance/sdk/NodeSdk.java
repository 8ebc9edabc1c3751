package dev.ephemint.conformance.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** OpenAI's own SDK for Node, run by the scripts in {@code src/test/sdk}. */
final class NodeSdk {
    private NodeSdk() {}

    /** What the SDK made of both mints. */
    static JsonNode mint(String vendor, URI base) throws IOException, InterruptedException {
        return run(new ProcessBuilder("node", "src/test/sdk/mint.mjs", vendor, base.toString()));
    }

    /** The caption of a sample sentence, with the token and the socket of a facade that this certificate belongs to. */
    static JsonNode captions(URI base, Path certificate) throws IOException, InterruptedException {
        // The flag gives Node 20 what newer ones have anyway.
        ProcessBuilder node = new ProcessBuilder(
                "node",
                "--no-warnings",
                "--experimental-websocket",
                "src/test/sdk/captions.mjs",
                base.toString(),
                "../server/src/main/resources/dev/ephemint/server/speech.wav");
        node.environment().put("NODE_EXTRA_CA_CERTS", certificate.toString());
        return run(node);
    }

    private static JsonNode run(ProcessBuilder node) throws IOException, InterruptedException {
        Process process = node.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the SDK failed:\n" + output);
        }
        return ExactJson.parse(output);
    }
}
