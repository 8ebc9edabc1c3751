package dev.ephemint.conformance.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Why no response came, in the words of a report. */
final class FailureText {
    private FailureText() {}

    /** What the client's exception stands for. */
    static Throwable cause(IOException failure) {
        return failure instanceof ClientProtocolException
                ? Objects.requireNonNullElse(failure.getCause(), failure)
                : failure;
    }

    static String of(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof UnknownHostException) {
            return "unknown host: " + message;
        }
        if (cause instanceof ConnectException) {
            return "cannot connect: " + message.replaceFirst("^.* failed: ", "");
        }
        if (cause instanceof SSLException tls) {
            return "TLS: " + tls(tls, message);
        }
        if (cause instanceof NoHttpResponseException) {
            return "the connection was closed without a response";
        }
        boolean own = cause.getClass().equals(IOException.class);
        return own ? message : cause.getClass().getSimpleName() + ": " + message;
    }

    private static String tls(SSLException failure, String message) {
        if (failure instanceof SSLHandshakeException && message.contains("PKIX")) {
            return "the certificate is not trusted; put -Djavax.net.ssl.trustStore=FILE, a store"
                    + " with its CA, into JDK_JAVA_OPTIONS";
        }
        return message.contains("Unsupported or unrecognized SSL message")
                ? "the port does not speak it; use http if the target is not encrypted"
                : message;
    }
}
