package dev.ephemint.conformance.traffic;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of recorded traffic: at most 32 MiB, 10,000 exchanges, and 1 MiB a body. */
final class TrafficFile {
    static final int MOST_EXCHANGES = 10_000;

    private static final int MAX_FILE = 32 << 20;
    private static final int MAX_BODY = 1 << 20;

    private final Path file;

    TrafficFile(Path file) {
        this.file = file;
    }

    String text() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes(MAX_FILE + 1);
            if (read.length > MAX_FILE) {
                throw new InvalidTrafficException(file.toString(), "is longer than " + MAX_FILE + " bytes; split it");
            }
            String text = new String(read, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    /** @param line the number of the text's first line in the file */
    JsonNode parse(String text, int line) {
        try {
            return ExactJson.parse(text);
        } catch (IllegalArgumentException notJson) {
            JsonLocation at = notJson.getCause() instanceof JsonProcessingException cause ? cause.getLocation() : null;
            String place = at == null
                    ? " line " + line
                    : " line " + (line + at.getLineNr() - 1) + ", column " + at.getColumnNr();
            throw new InvalidTrafficException(file + place, "not JSON, or a member that is named twice");
        }
    }

    void require(boolean condition, String place, String problem) {
        if (!condition) {
            throw new InvalidTrafficException(file + " " + place, problem);
        }
    }

    /** A body, which must not be longer than a mint's ever is. */
    String body(String body, String place) {
        require(body.length() <= MAX_BODY, place, "the body is longer than " + MAX_BODY + " characters");
        return body;
    }

    /** Headers as a list of names and values, or as an object. */
    List<Header> headers(JsonNode headers, String place) {
        require(headers.isMissingNode() || headers.isContainerNode(), place, "headers must be an array or an object");
        List<Header> read = new ArrayList<>();
        if (headers.isArray()) {
            headers.forEach(header -> add(read, header.path("name"), header.path("value"), place));
        } else {
            headers.properties().forEach(header -> {
                JsonNode values = header.getValue();
                require(values.isTextual() || values.isArray(), place, "a header's value must be text");
                (values.isArray() ? values : List.of(values))
                        .forEach(value -> read.add(new Header(header.getKey(), value.asText())));
            });
        }
        return read;
    }

    private void add(List<Header> read, JsonNode name, JsonNode value, String place) {
        require(name.isTextual() && value.isTextual(), place, "a header must have a name and a value");
        read.add(new Header(name.textValue(), value.textValue()));
    }

    int status(JsonNode status, String place) {
        require(status.isInt() && status.intValue() >= 0 && status.intValue() < 1000, place, "status must be a number");
        return status.intValue();
    }

    String required(JsonNode parent, String member, String place) {
        require(parent.path(member).isTextual(), place, member + " must be text");
        return parent.path(member).textValue();
    }
}
