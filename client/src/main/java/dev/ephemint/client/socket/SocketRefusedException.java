package dev.ephemint.client.socket;

import dev.ephemint.client.EphemintException;
import dev.ephemint.client.internal.ErrorDetails;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The vendor rejected the session: Azure with the status of the handshake, OpenAI with an error and a close code
 * (recorded, 2026). Another attempt would fail the same way.
 */
public final class SocketRefusedException extends EphemintException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final ErrorDetails error;
    private final @Nullable String location;

    private SocketRefusedException(String message, int status, ErrorDetails error, @Nullable String location) {
        super(message, null);
        this.status = status;
        this.error = error;
        this.location = location;
    }

    /** @param address host and port of the vendor, or empty */
    static SocketRefusedException of(String address, int status, ErrorDetails error, @Nullable String location) {
        String message = "The socket was refused" + (address.isEmpty() ? "" : " by " + address) + ": "
                + (status == 0 ? "" : status + " ") + error.describe()
                + (location == null ? "" : ", redirected to " + location);
        return new SocketRefusedException(message, status, error, location);
    }

    /** The vendor opened a session and rejected its configuration. It continues with the previous one (three reports, 2026). */
    static SocketRefusedException ofConfiguration(ErrorDetails error) {
        return new SocketRefusedException(
                "The session's configuration was rejected: " + error.describe(), 0, error, null);
    }

    /**
     * The handshake's HTTP status, below 1000, or the code that the socket was closed with. Zero if the session's
     * configuration was rejected on an open socket.
     */
    public int status() {
        return status;
    }

    /** The vendor's code, as in {@code invalid_api_key}. */
    public Optional<String> code() {
        return Optional.ofNullable(error.code());
    }

    /** The vendor's type, as in {@code invalid_request_error}. */
    public Optional<String> type() {
        return Optional.ofNullable(error.type());
    }

    /** The parameter at fault, as in {@code model}. */
    public Optional<String> param() {
        return Optional.ofNullable(error.param());
    }

    /** The target of a redirect. Redirects are never followed: Azure's target does not exist, and any target would get the token. */
    public Optional<String> location() {
        return Optional.ofNullable(location);
    }
}
