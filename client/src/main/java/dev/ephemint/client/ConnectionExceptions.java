package dev.ephemint.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** The exception for a connection that brought no answer. */
final class ConnectionExceptions {

    private ConnectionExceptions() {}

    static EphemintException of(IOException failure, URI uri) {
        String address = Address.of(uri);
        if (failure instanceof HttpConnectTimeoutException) {
            return new UnreachableException("No connection to " + address + " within the connect timeout", failure);
        }
        if (failure instanceof ConnectException) {
            return new UnreachableException("No connection to " + address + ": " + refusal(failure), failure);
        }
        if (failure instanceof SSLHandshakeException || isPlaintext(failure)) {
            return new UnreachableException("No connection to " + address + ": the TLS handshake failed", failure);
        }
        return new NoResponseException(
                "The connection to " + address + " broke off before the whole response was there (" + rootName(failure)
                        + ")",
                null);
    }

    /** The JDK (17 to 25) names an unknown host by its cause alone. */
    private static String refusal(IOException failure) {
        return rootName(failure).equals("UnresolvedAddressException") ? "the host is unknown" : "refused";
    }

    /** What the JDK (17 to 25) says, now itself and now as a cause, when an https URL leads to a service of http. */
    private static boolean isPlaintext(IOException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SSLException
                        && String.valueOf(cause.getMessage()).contains("plaintext connection"));
    }

    /** Its name and nothing more, for the JDK quotes what it could not parse. */
    static String rootName(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
