package dev.ephemint.server.http.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.RequestRejectedException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads a request's body as one JSON object in UTF-8 of a bounded size, and nothing else. */
record RequestBody(int maxBytes) {

    private static final String INVALID_JSON = "invalid_json";

    /**
     * Reads the whole body. One that is too large by its declared length is rejected before any of it is read.
     *
     * @param contentLength a number, as the HTTP parser has checked
     */
    byte[] read(InputStream stream, @Nullable String contentLength) {
        long declared = contentLength == null ? maxBytes : Long.parseLong(contentLength.strip());
        if (declared > maxBytes) {
            throw tooLarge();
        }
        byte[] bytes;
        try {
            // One byte more than there should be, so that the end is seen.
            bytes = stream.readNBytes((int) declared + 1);
        } catch (IOException broken) {
            throw rejection(400, "request_incomplete", "The body of the request did not arrive whole.");
        }
        if (bytes.length > maxBytes) {
            throw tooLarge();
        }
        return bytes;
    }

    private RequestRejectedException tooLarge() {
        return rejection(413, "request_too_large", "The body of the request is larger than " + maxBytes + " bytes.");
    }

    ObjectNode parse(byte[] bytes) {
        try {
            ObjectNode object = JsonText.object(bytes);
            BodyLimits.OF_THE_CONTRACT.check(object);
            return object;
        } catch (NotJsonException malformed) {
            throw rejection(400, INVALID_JSON, "The body of the request " + malformed.problem() + ".");
        }
    }

    private static RequestRejectedException rejection(int status, String code, String message) {
        return new RequestRejectedException(FailureResponse.invalidRequest(status, code, message));
    }
}
