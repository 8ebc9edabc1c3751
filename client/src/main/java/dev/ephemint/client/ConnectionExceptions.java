package dev.ephemint.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** The exception for a connection that brought no answer. */
final class ConnectionExceptions {

    private ConnectionExceptions() {}

    static EphemintException of(IOException failure) {
        if (failure instanceof HttpConnectTimeoutException) {
            return new UnreachableException("No connection within the connect timeout", failure);
        }
        if (failure instanceof ConnectException) {
            return new UnreachableException("No connection: refused, or the host is unknown", failure);
        }
        if (failure instanceof SSLHandshakeException) {
            return new UnreachableException("No connection: the TLS handshake failed", failure);
        }
        return new NoAnswerException(
                "The connection broke off before the whole answer was there (" + rootName(failure) + ")", null);
    }

    /** Its name and nothing more, for the JDK quotes what it could not parse. */
    private static String rootName(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
