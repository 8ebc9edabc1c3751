package dev.ephemint.conformance.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** OpenAI's own SDK for Node, run by {@code src/test/sdk/mint.mjs}. */
final class NodeSdk {
    private NodeSdk() {}

    /** What the SDK made of both mints. */
    static JsonNode mint(String vendor, URI base) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("node", "src/test/sdk/mint.mjs", vendor, base.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the SDK failed:\n" + output);
        }
        return ExactJson.parse(output);
    }
}
