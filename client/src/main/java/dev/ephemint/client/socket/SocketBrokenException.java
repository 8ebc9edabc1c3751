package dev.ephemint.client.socket;

import dev.ephemint.client.EphemintException;
import org.jspecify.annotations.Nullable;

/** An accepted connection ended, and another attempt may succeed. */
public final class SocketBrokenException extends EphemintException {

    private static final long serialVersionUID = 1L;

    SocketBrokenException(String message) {
        this(message, null);
    }

    SocketBrokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
