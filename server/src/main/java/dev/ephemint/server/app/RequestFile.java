package dev.ephemint.server.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The request that a command is about: the one that was named, or the least that transcribes.
 *
 * @param path the contract's operation
 * @param json one byte more than is taken, at the most
 */
record RequestFile(String path, byte[] json) {

    private static final String STANDARD_INPUT = "-";
    private static final String FLAT = "v1/realtime/transcription_sessions";

    static RequestFile of(CommandLine line, Settings settings, Console console) {
        boolean flat = line.has(Option.FLAT);
        byte[] json = line.value(Option.REQUEST)
                .map(name -> read(name, settings.server().maxRequestBytes(), console))
                .orElseGet(() ->
                        least(flat, settings.mint().defaultModel()).toString().getBytes(StandardCharsets.UTF_8));
        return new RequestFile(flat ? FLAT : "v1/realtime/client_secrets", json);
    }

    /** Whether the request is one of the flat shape. */
    boolean flat() {
        return path.equals(FLAT);
    }

    /** The body if it is a JSON object; the edge judges any other. */
    Optional<ObjectNode> tree() {
        try {
            return ContractJson.mapper().readTree(json) instanceof ObjectNode body
                    ? Optional.of(body)
                    : Optional.empty();
        } catch (IOException | NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    private static byte[] read(String name, int maxBytes, Console console) {
        try (InputStream stream = name.equals(STANDARD_INPUT) ? console.in() : Files.newInputStream(Path.of(name))) {
            return stream.readNBytes(maxBytes + 1);
        } catch (IOException | InvalidPathException unreadable) {
            throw new BadSettingsException(List.of("--request: can not be read: " + name));
        }
    }

    private static ObjectNode least(boolean flat, String model) {
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
