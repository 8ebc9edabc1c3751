package dev.ephemint.conformance.bench.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Requests and responses, as files in {@code conformance/bench/bodies}. */
public record Bodies(Path directory) {
    private static final String EXPIRES_AT = "EXPIRES_AT";

    public String nested() {
        return text("nested.json");
    }

    /** The nested request with another unknown member of so many kilobytes: an array of objects. */
    public String nested(int kilobytes) {
        ObjectNode request = (ObjectNode) ExactJson.parse(nested());
        var items = ((ObjectNode) request.get("session")).putArray("x_items");
        for (int i = 0; i < kilobytes * 8; i++) {
            items.addObject()
                    .put("id", 100_000 + i)
                    .put("name", "item " + (10_000 + i))
                    .put("share", new java.math.BigDecimal("0.250"))
                    .putNull("parent")
                    .put("note", "one of many, each of the same size; they fill a request with members. " + (i % 10));
        }
        return ExactJson.write(request);
    }

    public String flat() {
        return text("flat.json");
    }

    public Path vendorResponse() {
        return directory.resolve("response.json");
    }

    /** What a flat request returns for the vendor's response. */
    public String flatResponse(long expiresAt) {
        return text("flat-response.json").replace(EXPIRES_AT, String.valueOf(expiresAt));
    }

    private String text(String name) {
        try {
            return Files.readString(directory.resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
