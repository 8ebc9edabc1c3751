package dev.ephemint.conformance.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one exchange a line: {@code {"request":{"method","url","headers","body"},"response":{"status","headers","body"}}}.
 * Headers are an object or a list of names and values; a body is JSON or text.
 */
final class NdjsonReader {
    private final TrafficFile file;

    private NdjsonReader(TrafficFile file) {
        this.file = file;
    }

    static List<Exchange> read(Path path) {
        TrafficFile file = new TrafficFile(path);
        NdjsonReader reader = new NdjsonReader(file);
        List<Exchange> exchanges = new ArrayList<>();
        String[] lines = file.text().split("\\r?\\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                exchanges.add(reader.exchange("line " + (i + 1), file.parse(lines[i], i + 1)));
                file.require(exchanges.size() <= TrafficFile.MOST_EXCHANGES, "line " + (i + 1), "too many exchanges");
            }
        }
        return exchanges;
    }

    private Exchange exchange(String place, JsonNode line) {
        JsonNode request = line.path("request");
        JsonNode response = line.path("response");
        file.require(request.isObject() && response.isObject(), place, "request and response must be objects");
        Message received = new Message(
                Integer.toString(file.status(response.path("status"), place)),
                file.headers(response.path("headers"), place),
                body(response, place));
        return new Exchange(
                place,
                file.required(request, "url", place),
                new Message(
                        file.required(request, "method", place) + " /",
                        file.headers(request.path("headers"), place),
                        body(request, place)),
                received);
    }

    /** Text stands for itself: a body that is one JSON text is written with its quotation marks. */
    private String body(JsonNode message, String place) {
        JsonNode body = message.path("body");
        String text = body.isMissingNode() ? "" : body.isTextual() ? body.textValue() : ExactJson.write(body);
        return file.body(text, place);
    }
}
