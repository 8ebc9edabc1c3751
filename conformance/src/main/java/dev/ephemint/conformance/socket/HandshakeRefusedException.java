package dev.ephemint.conformance.socket;

import dev.ephemint.conformance.http.Message;

/** The handshake ended in something else than a socket. */
public final class HandshakeRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message response;

    HandshakeRefusedException(Message response) {
        super(response.start());
        this.response = response;
    }

    public Message response() {
        return response;
    }
}
