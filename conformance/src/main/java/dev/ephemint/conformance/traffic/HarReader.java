package dev.ephemint.conformance.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.http.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads HAR 1.2: {@code log.entries}, with text and base64 bodies. Cookies are not read. */
final class HarReader {
    private final TrafficFile file;

    private HarReader(TrafficFile file) {
        this.file = file;
    }

    static List<Exchange> read(Path path) {
        TrafficFile file = new TrafficFile(path);
        JsonNode entries = file.parse(file.text(), 1).at("/log/entries");
        file.require(entries.isArray(), "/log/entries", "must be an array; is this a HAR file?");
        file.require(entries.size() <= TrafficFile.MOST_EXCHANGES, "/log/entries", "has too many entries");
        HarReader reader = new HarReader(file);
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            exchanges.add(reader.exchange("/log/entries/" + i, entries.get(i)));
        }
        return exchanges;
    }

    private Exchange exchange(String place, JsonNode entry) {
        JsonNode request = entry.path("request");
        JsonNode response = entry.path("response");
        String sent = file.body(request.at("/postData/text").asText(""), place);
        Message received = new Message(
                Integer.toString(file.status(response.path("status"), place)),
                file.headers(response.path("headers"), place),
                file.body(content(response.path("content"), place), place));
        return new Exchange(
                place,
                file.required(request, "url", place),
                new Message(
                        file.required(request, "method", place) + " /",
                        file.headers(request.path("headers"), place),
                        sent),
                received);
    }

    private String content(JsonNode content, String place) {
        String text = content.path("text").asText("");
        if (!content.path("encoding").asText("").equals("base64")) {
            return text;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidTrafficException(place, "the response's content is not base64");
        }
    }
}
