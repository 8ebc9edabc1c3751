package dev.ephemint.server.upstream;

import java.io.IOException;

/** An answer longer than the limit. */
final class OversizedAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int maxBytes;

    OversizedAnswerException(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    int maxBytes() {
        return maxBytes;
    }
}
