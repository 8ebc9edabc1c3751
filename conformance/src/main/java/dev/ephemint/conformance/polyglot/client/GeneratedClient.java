package dev.ephemint.conformance.polyglot.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A client that a generator makes, as {@code clients.json} lists it.
 *
 * @param name unique
 * @param settings the file under {@code spec/generators}, if openapi-generator makes the client
 * @param without lines that are left out of the document that it is generated from
 * @param lost what the client lacks because of that, as a sentence
 * @param files its harness
 * @param nightly whether its first build takes too long for every build of this project
 * @param untried why there is no harness
 */
public record GeneratedClient(
        String name,
        String language,
        String generator,
        Optional<String> settings,
        List<String> without,
        Optional<String> lost,
        List<String> files,
        boolean nightly,
        Optional<String> untried) {
    public GeneratedClient {
        without = List.copyOf(without);
        files = List.copyOf(files);
    }

    /** All, in the order of the list. */
    public static List<GeneratedClient> all() {
        return StreamSupport.stream(PolyglotFiles.json("clients.json").spliterator(), false)
                .map(GeneratedClient::read)
                .toList();
    }

    private static GeneratedClient read(JsonNode node) {
        return new GeneratedClient(
                node.required("name").asText(),
                node.required("language").asText(),
                node.required("generator").asText(),
                Optional.ofNullable(node.get("settings")).map(JsonNode::asText),
                texts(node.path("without")),
                Optional.ofNullable(node.get("lost")).map(JsonNode::asText),
                texts(node.path("files")),
                node.path("nightly").asBoolean(),
                Optional.ofNullable(node.get("untried")).map(JsonNode::asText));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The document that it is generated from. */
    String source(Contract contract) {
        return contract.document()
                .lines()
                .filter(line -> !without.contains(line.strip()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Whether this is its name or its language, in any case. */
    public boolean is(String nameOrLanguage) {
        String wanted = nameOrLanguage.toLowerCase(Locale.ROOT);
        return wanted.equals(name) || wanted.equals(language.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name;
    }
}
