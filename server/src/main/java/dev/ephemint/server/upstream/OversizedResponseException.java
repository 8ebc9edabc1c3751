package dev.ephemint.server.upstream;

import java.io.IOException;

/** A response longer than the limit. */
final class OversizedResponseException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int maxBytes;

    OversizedResponseException(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    int maxBytes() {
        return maxBytes;
    }
}
