package dev.ephemint.server.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The targets, each with the bytes that select what it does with a document. */
@SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing.
enum FuzzTarget {
    JSON_BOUNDARY(JsonBoundaryTarget.class, JsonBoundaryTarget::fuzzerTestOneInput, List.of("")),
    DIALECT_ENCODE(DialectEncodeTarget.class, DialectEncodeTarget::fuzzerTestOneInput, bytes(4)),
    DIALECT_DECODE(DialectDecodeTarget.class, DialectDecodeTarget::fuzzerTestOneInput, bytes(4, 12, 5)),
    REDACTOR(RedactorTarget.class, RedactorTarget::fuzzerTestOneInput, bytes(50));

    private final Class<?> type;
    private final Consumer<byte[]> target;
    private final List<String> heads;

    FuzzTarget(Class<?> type, Consumer<byte[]> target, List<String> heads) {
        this.type = type;
        this.target = target;
        this.heads = heads;
    }

    String className() {
        return type.getName();
    }

    Consumer<byte[]> target() {
        return target;
    }

    /** Each document with each of the heads, in turn. */
    List<byte[]> seeds(List<String> documents) {
        return IntStream.range(0, Math.max(documents.size(), heads.size()))
                .mapToObj(i -> heads.get(i % heads.size()) + documents.get(i % documents.size()))
                .map(seed -> seed.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> bytes(int... choices) {
        List<String> heads = List.of("");
        for (int choice : choices) {
            heads = heads.stream()
                    .flatMap(head -> IntStream.range(0, choice).mapToObj(i -> head + (char) i))
                    .toList();
        }
        return heads;
    }
}
