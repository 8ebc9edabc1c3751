package dev.ephemint.server.upstream;

import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintFailure.UnreadableAnswer;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * What an exchange without a whole answer is called. Every reason is a constant: the causes' own texts name hosts and
 * addresses, and quote what came over the wire.
 */
final class BrokenExchange {

    static final Unreachable UNKNOWN_HOST = new Unreachable("the upstream's host name does not resolve");
    static final Unreachable REFUSED = new Unreachable("the upstream refused the connection");
    static final Unreachable NO_TRUST = new Unreachable("no trusted TLS connection to the upstream");
    static final Unreachable NO_TLS = new Unreachable("no TLS connection to the upstream came about");
    static final Unreachable BROKEN = new Unreachable("the connection to the upstream broke before an answer");
    static final Unreachable INTERRUPTED = new Unreachable("the exchange was interrupted");
    static final UnreadableAnswer CUT_SHORT = new UnreadableAnswer("the upstream's answer broke off");
    static final UnreadableAnswer NOT_HTTP = new UnreadableAnswer("the upstream's answer is not HTTP");

    private BrokenExchange() {}

    /** Anything that is none of ours to expect is called broken, too: the caller can do nothing else about it. */
    static MintFailure named(Throwable broken, boolean answerBegun) {
        if (broken instanceof HttpTimeoutException) {
            return new TimedOut();
        }
        if (broken instanceof OversizedAnswerException oversized) {
            return new UnreadableAnswer("the upstream's answer is larger than " + oversized.maxBytes() + " bytes");
        }
        return answerBegun ? CUT_SHORT : beforeAnswer(broken);
    }

    private static MintFailure beforeAnswer(Throwable broken) {
        if (involves(broken, ProtocolException.class)) {
            return NOT_HTTP;
        }
        if (involves(broken, CertificateException.class) || involves(broken, SSLPeerUnverifiedException.class)) {
            return NO_TRUST;
        }
        if (involves(broken, SSLException.class)) {
            return NO_TLS;
        }
        if (involves(broken, UnresolvedAddressException.class)) {
            return UNKNOWN_HOST;
        }
        return involves(broken, ConnectException.class) ? REFUSED : BROKEN;
    }

    /** The client tells the kind now by the exception itself and now by one of its causes. */
    private static boolean involves(Throwable broken, Class<? extends Throwable> kind) {
        return Stream.<Throwable>iterate(broken, Objects::nonNull, Throwable::getCause)
                .anyMatch(kind::isInstance);
    }
}
