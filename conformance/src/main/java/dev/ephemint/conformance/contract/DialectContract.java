package dev.ephemint.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.References;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The contract, operations and events: the base, or the base with one dialect's overlays. */
public final class DialectContract {
    private static final String HOME = "/dev/ephemint/contract/";
    private static final Map<String, DialectContract> READ = new ConcurrentHashMap<>();

    private final String name;
    private final JsonNode tree;
    private final JsonNode events;
    private final References references;
    private final SchemaValidator schemas;

    private DialectContract(String name, String events) {
        this.name = name;
        this.tree = ExactJson.parse(text(HOME + name + ".json"));
        this.events = ExactJson.parse(text(HOME + events + ".json"));
        this.references = new References(tree);
        this.schemas = new SchemaValidator(tree);
    }

    public static DialectContract base() {
        return READ.computeIfAbsent("openapi", name -> new DialectContract(name, "asyncapi"));
    }

    public static DialectContract of(TargetDialect dialect) {
        return READ.computeIfAbsent("dialects/" + dialect.id(), name -> new DialectContract(name, name + ".asyncapi"));
    }

    private static String text(String resource) {
        try (InputStream in = DialectContract.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new NoSuchElementException("missing in the spec jar: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operations, as OpenAPI. */
    public JsonNode tree() {
        return tree;
    }

    /** The events of the socket, as AsyncAPI. */
    public JsonNode events() {
        return events;
    }

    public SchemaValidator schemas() {
        return schemas;
    }

    /** The path of the document's server URL, without a trailing slash. */
    public String serverPath() {
        String url = tree.at("/servers/0/url").asText("");
        String path = URI.create(url.replaceAll("\\{[^}]*}", "x")).getPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The operations in the document. */
    public List<MintOperation> operations() {
        return Stream.of(MintOperation.values())
                .filter(operation -> find(operation).isPresent())
                .toList();
    }

    /** The path of the operation, relative to the server URL. */
    public String path(MintOperation operation) {
        return tree.path("paths").properties().stream()
                .filter(entry ->
                        entry.getValue().at("/post/operationId").asText().equals(operation.name()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    public JsonNode requestSchema(MintOperation operation) {
        return json(references.resolve(operation(operation).path("requestBody")));
    }

    /** The schema of the response with this status, or of the default response. */
    public JsonNode responseSchema(MintOperation operation, int status) {
        JsonNode responses = operation(operation).path("responses");
        JsonNode exact = responses.path(Integer.toString(status));
        return json(references.resolve(exact.isMissingNode() ? responses.path("default") : exact));
    }

    /** The statuses that the operation declares, including {@code default}. */
    public Set<String> statuses(MintOperation operation) {
        Set<String> statuses = new TreeSet<>();
        operation(operation).path("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    private JsonNode operation(MintOperation operation) {
        return find(operation).orElseThrow(() -> new NoSuchElementException(name + " has no " + operation));
    }

    private Optional<JsonNode> find(MintOperation operation) {
        return StreamSupport.stream(tree.path("paths").spliterator(), false)
                .map(item -> item.path("post"))
                .filter(post -> post.path("operationId").asText().equals(operation.name()))
                .findFirst();
    }

    private static JsonNode json(JsonNode message) {
        return message.path("content").path("application/json").path("schema");
    }

    /** Writes the operations to a file for Prism. */
    public Path writeTo(Path directory) {
        try {
            return Files.writeString(directory.resolve(name.replace('/', '-') + ".json"), ExactJson.write(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
