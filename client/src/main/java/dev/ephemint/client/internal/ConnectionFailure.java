package dev.ephemint.client.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection returned no response.
 *
 * @param isUnreachable whether the request was never sent
 * @param cause null once the request was sent, because the JDK's messages may quote the response
 */
public record ConnectionFailure(
        boolean isUnreachable, String message, @Nullable IOException cause) {

    public static ConnectionFailure of(IOException failure, URI uri) {
        String address = Address.of(uri);
        if (failure instanceof HttpConnectTimeoutException) {
            return unreachable("No connection to " + address + " within the connect timeout", failure);
        }
        if (failure instanceof ConnectException) {
            return unreachable("No connection to " + address + ": " + refusal(failure), failure);
        }
        if (failure instanceof SSLHandshakeException || isPlaintext(failure)) {
            return unreachable("No connection to " + address + ": the TLS handshake failed", failure);
        }
        return new ConnectionFailure(
                false,
                "The connection to " + address + " ended before the response was complete (" + rootName(failure) + ")",
                null);
    }

    private static ConnectionFailure unreachable(String message, IOException cause) {
        return new ConnectionFailure(true, message, cause);
    }

    /** The JDK (17 to 25) reports an unknown host by its cause alone. */
    private static String refusal(IOException failure) {
        return rootName(failure).equals("UnresolvedAddressException") ? "unknown host" : "refused";
    }

    /** The JDK's message (17 to 25), on the exception or on a cause, if an https URL points to an http service. */
    private static boolean isPlaintext(IOException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SSLException
                        && String.valueOf(cause.getMessage()).contains("plaintext connection"));
    }

    /** The class name of the root cause, without its message: the JDK quotes text that it cannot parse. */
    public static String rootName(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
