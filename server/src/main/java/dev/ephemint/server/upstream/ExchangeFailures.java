package dev.ephemint.server.upstream;

import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.NoConnection;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import dev.ephemint.server.upstream.BoundedResolver.UnresolvedInTimeException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * Maps what ends an exchange without a whole response to a {@link MintFailure}. Every reason is a constant: the causes' own
 * texts name hosts and addresses, and quote what came over the wire.
 */
public final class ExchangeFailures {

    public static final Unreachable UNKNOWN_HOST = new Unreachable("the upstream's host name does not resolve");
    static final Unreachable REFUSED = new Unreachable("the upstream refused the connection");
    public static final Unreachable NO_TRUST = new Unreachable("no trusted TLS connection to the upstream");
    public static final Unreachable NO_TLS = new Unreachable("no TLS connection to the upstream");
    public static final Unreachable BROKEN = new Unreachable("the connection to the upstream broke before a response");
    public static final Unreachable INTERRUPTED = new Unreachable("the exchange was interrupted");
    static final UnreadableResponse CUT_SHORT = new UnreadableResponse("the upstream's response was cut short");
    static final UnreadableResponse NOT_HTTP = new UnreadableResponse("the upstream's response is not HTTP");

    static final UnreadableResponse HEADER_TOO_LARGE =
            new UnreadableResponse("the upstream's response header is too large");

    private ExchangeFailures() {}

    /** An unexpected failure counts as a broken connection: the caller can do the same about it. */
    public static MintFailure of(Throwable broken, boolean responseBegun) {
        if (broken instanceof ConnectionRequestTimeoutException) {
            return new NoConnection();
        }
        if (isTimeout(broken)) {
            return new TimedOut();
        }
        if (broken instanceof OversizedResponseException oversized) {
            return new UnreadableResponse("the upstream's response is larger than " + oversized.maxBytes() + " bytes");
        }
        return responseBegun ? CUT_SHORT : beforeResponse(broken);
    }

    private static boolean isTimeout(Throwable broken) {
        return broken instanceof HttpTimeoutException
                || broken instanceof SocketTimeoutException
                || broken instanceof UnresolvedInTimeException;
    }

    private static MintFailure beforeResponse(Throwable broken) {
        if (broken instanceof MessageConstraintException) {
            return HEADER_TOO_LARGE;
        }
        if (involves(broken, ProtocolException.class) || involves(broken, HttpException.class)) {
            return NOT_HTTP;
        }
        if (involves(broken, CertificateException.class) || involves(broken, SSLPeerUnverifiedException.class)) {
            return NO_TRUST;
        }
        if (involves(broken, SSLException.class)) {
            return NO_TLS;
        }
        if (involves(broken, UnresolvedAddressException.class) || involves(broken, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        return involves(broken, ConnectException.class) ? REFUSED : BROKEN;
    }

    /** The clients report the kind either by the exception itself or by one of its causes. */
    private static boolean involves(Throwable broken, Class<? extends Throwable> kind) {
        return Stream.<Throwable>iterate(broken, Objects::nonNull, Throwable::getCause)
                .anyMatch(kind::isInstance);
    }
}
