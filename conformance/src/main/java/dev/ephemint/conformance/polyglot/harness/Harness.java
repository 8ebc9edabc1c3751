package dev.ephemint.conformance.polyglot.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * A program around a generated client that responds to one line of JSON with one line of JSON, until its input ends:
 *
 * <pre>
 * {"do":"start","base":URL}                     {"typed":[CASE, ...]}
 * {"do":"typed","case":CASE}                    {"value":..., "expires_at":..., "type":..., "socket":..., "read":TREE}
 * {"do":"mint","shape":"session","request":TREE}   {"read":TREE}
 * any of them                                   {"error":TEXT}
 * </pre>
 *
 * A typed case is written with the client's own types; {@code mint} reads the request with them, sends it, and writes the
 * response that it received with them.
 */
public final class Harness implements AutoCloseable {
    private static final int TOOL_IS_MISSING = 77;

    private final Process process;
    private final Path log;
    private final Writer input;
    private final LineReader output;
    private final Duration deadline;

    private Harness(Process process, Path log, Duration deadline) {
        this.process = process;
        this.log = log;
        this.deadline = deadline;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.output = new LineReader(process.getInputStream());
    }

    /**
     * Runs {@code harness.sh} in this directory, which compiles the client first.
     *
     * @param deadline for each response; it only ends a hang
     */
    public static Harness in(Path directory, Duration deadline) throws IOException {
        Path log = directory.resolve("harness.log");
        ProcessBuilder builder = new ProcessBuilder("sh", "harness.sh")
                .directory(directory.toFile())
                .redirectError(log.toFile());
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        return new Harness(builder.start(), log, deadline);
    }

    /**
     * Points the client at a service.
     *
     * @return the typed cases that it has
     */
    public List<String> start(URI base) throws HarnessException, ToolMissingException {
        JsonNode response = ask(question("start").put("base", base.toString()));
        require(response.path("typed").isArray(), "names no typed cases", response);
        return StreamSupport.stream(response.get("typed").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Mints what {@code cases.json} has under this name; an object with {@code error} if that failed. */
    public JsonNode typed(String name) throws HarnessException, ToolMissingException {
        return ask(question("typed").put("case", name));
    }

    /** Mints with this request; an object with {@code read} or {@code error}. */
    public JsonNode mint(String shape, JsonNode request) throws HarnessException, ToolMissingException {
        ObjectNode question = question("mint").put("shape", shape);
        question.set("request", request);
        JsonNode response = ask(question);
        require(response.has("read") != response.has("error"), "has neither read nor error", response);
        return response;
    }

    private static ObjectNode question(String name) {
        return JsonNodeFactory.instance.objectNode().put("do", name);
    }

    private JsonNode ask(ObjectNode question) throws HarnessException, ToolMissingException {
        try {
            input.write(ExactJson.write(question) + "\n");
            input.flush();
        } catch (IOException e) {
            throw ended();
        }
        Optional<String> line = output.next(deadline);
        if (line.isEmpty()) {
            throw ended();
        }
        try {
            JsonNode response = ExactJson.parse(line.get());
            require(response.isObject(), "is not an object", response);
            return response;
        } catch (IllegalArgumentException e) {
            throw new HarnessException("the harness's response is " + e.getMessage());
        }
    }

    private static void require(boolean holds, String what, JsonNode response) throws HarnessException {
        if (!holds) {
            String text = ExactJson.write(response);
            throw new HarnessException(
                    "the harness's response " + what + ": " + text.substring(0, Math.min(200, text.length())));
        }
    }

    /** Why there is no response. */
    private HarnessException ended() throws ToolMissingException {
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                return new HarnessException("the harness is silent");
            }
            String said = Tail.of(log);
            if (process.exitValue() == TOOL_IS_MISSING) {
                throw new ToolMissingException(said);
            }
            return new HarnessException("the harness ended with status " + process.exitValue() + ": " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HarnessException("interrupted");
        }
    }

    /** Ends the harness and what it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        output.close();
    }
}
