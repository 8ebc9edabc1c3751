package dev.ephemint.server.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.http.gate.JsonText;
import dev.ephemint.server.http.gate.NotJsonException;
import dev.ephemint.server.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The request of a command: from the named file, or a minimal one.
 *
 * @param path the contract's operation
 * @param json at most one byte more than the limit
 */
record RequestFile(String path, byte[] json) {

    private static final String STANDARD_INPUT = "-";
    private static final String FLAT = "v1/realtime/transcription_sessions";

    static RequestFile of(RequestOptions options, Settings settings, Console console) {
        boolean flat = options.flat();
        byte[] json = options.file()
                .map(name -> named(name, flat, settings.server().maxRequestBytes(), console))
                .orElseGet(() ->
                        minimal(flat, settings.mint().defaultModel()).toString().getBytes(StandardCharsets.UTF_8));
        return new RequestFile(flat ? FLAT : "v1/realtime/client_secrets", json);
    }

    /** Whether the request has the flat shape. */
    boolean flat() {
        return path.equals(FLAT);
    }

    /** The body if it is a JSON object; the edge rejects any other. */
    Optional<ObjectNode> tree() {
        try {
            return Optional.of(JsonText.object(json));
        } catch (NotJsonException malformed) {
            return Optional.empty();
        }
    }

    /** A body beyond the limit is left to the gate, which rejects it. */
    private static byte[] named(String name, boolean flat, int maxBytes, Console console) {
        String shown = name.equals(STANDARD_INPUT) ? "standard input" : name;
        byte[] json = read(name, shown, maxBytes, console);
        if (json.length <= maxBytes) {
            problem(json, flat).ifPresent(problem -> {
                throw new InputException(shown + ": " + problem);
            });
        }
        return json;
    }

    private static Optional<String> problem(byte[] json, boolean flat) {
        try {
            return RequestShape.problem(JsonText.object(json), flat);
        } catch (NotJsonException notJson) {
            return Optional.of(notJson.problem());
        }
    }

    private static byte[] read(String name, String shown, int maxBytes, Console console) {
        try (InputStream stream = name.equals(STANDARD_INPUT) ? console.in() : open(Path.of(name))) {
            return stream.readNBytes(maxBytes + 1);
        } catch (NoSuchFileException missing) {
            throw new InputException(shown + ": no such file");
        } catch (AccessDeniedException denied) {
            throw new InputException(shown + ": permission denied");
        } catch (IOException | InvalidPathException unreadable) {
            throw new InputException(shown + ": cannot be read");
        }
    }

    private static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": is a directory");
        }
        return Files.newInputStream(file);
    }

    private static ObjectNode minimal(boolean flat, String model) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        if (flat) {
            request.putObject("input_audio_transcription").put("model", model);
        } else {
            ObjectNode session = request.putObject("session").put("type", "transcription");
            session.putObject("audio")
                    .putObject("input")
                    .putObject("transcription")
                    .put("model", model);
        }
        return request;
    }
}
