package dev.ephemint.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.http.error.ErrorAnswer;
import dev.ephemint.server.http.error.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a request's body as one JSON object in UTF-8 of a bounded size, and nothing else. */
record RequestBody(int maxBytes) {

    private static final String INVALID_JSON = "invalid_json";

    /** Rejects a body by its declared length, before any of it is read; the HTTP parser has checked the number. */
    void refuseDeclaredLength(@Nullable String contentLength) {
        if (contentLength != null && Long.parseLong(contentLength.strip()) > maxBytes) {
            throw tooLarge();
        }
    }

    byte[] read(InputStream stream) {
        byte[] bytes;
        try {
            bytes = stream.readNBytes(maxBytes + 1);
        } catch (IOException broken) {
            throw refused(400, "request_incomplete", "The body of the request did not arrive whole.");
        }
        if (bytes.length > maxBytes) {
            throw tooLarge();
        }
        return bytes;
    }

    private RefusedException tooLarge() {
        return refused(413, "request_too_large", "The body of the request is larger than " + maxBytes + " bytes.");
    }

    ObjectNode parse(byte[] bytes) {
        if (bytes.length == 0) {
            throw refused(400, INVALID_JSON, "The body of the request is empty. Send a JSON object.");
        }
        try {
            if (tree(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw refused(400, INVALID_JSON, "The body of the request is no JSON object.");
        } catch (CharacterCodingException | JsonProcessingException | NumberFormatException malformed) {
            throw refused(400, INVALID_JSON, "The body of the request is not valid JSON.");
        }
    }

    /** UTF-8 only, as RFC 8259 has it: Jackson would guess. */
    private static JsonNode tree(byte[] bytes) throws CharacterCodingException, JsonProcessingException {
        return ContractJson.mapper()
                .readTree(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
    }

    private static RefusedException refused(int status, String code, String message) {
        return new RefusedException(ErrorAnswer.refusal(status, code, message));
    }
}
