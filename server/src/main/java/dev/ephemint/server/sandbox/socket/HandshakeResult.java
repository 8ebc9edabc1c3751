package dev.ephemint.server.sandbox.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.TokenRegistry;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import org.jspecify.annotations.Nullable;

/** The result of a handshake. */
public sealed interface HandshakeResult {

    /** As Azure rejects: no socket. */
    record Rejected(VendorResponse response) implements HandshakeResult {}

    /**
     * As OpenAI rejects: a socket that reports why and closes.
     *
     * @param closeCode 3000 for the credential, 4000 for the request (recorded 2026-09-18), 1013 without credit and 4004 for
     *     a model (recorded 2026-09)
     */
    record OpenedThenClosed(
            TokenRegistry ids,
            String type,
            String message,
            @Nullable String code,
            int closeCode) implements HandshakeResult {

        public OpenedThenClosed(TokenRegistry ids, String message, @Nullable String code, int closeCode) {
            this(ids, "invalid_request_error", message, code, closeCode);
        }

        /** As recorded: without a code the type stands alone. */
        String reason() {
            return code == null ? type : type + "." + code;
        }

        ObjectNode error() {
            return EventErrors.of(message, code, null, null).put("type", type);
        }

        @Override
        public String toString() {
            return "OpenedThenClosed[code=" + code + ", closeCode=" + closeCode + "]";
        }
    }

    /** A conversation begins with the session given. */
    record Accepted(SocketContext context, ObjectNode session) implements HandshakeResult {}
}
