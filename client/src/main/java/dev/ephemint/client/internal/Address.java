package dev.ephemint.client.internal;

import dev.ephemint.contract.redaction.Redactor;
import java.net.URI;
import java.net.URISyntaxException;

/** Addresses for messages: without user, password and query values. */
public final class Address {

    private Address() {}

    /** Host and port, as in {@code localhost:8080}. */
    public static String of(URI uri) {
        int port = uri.getPort();
        boolean isTls = "https".equalsIgnoreCase(uri.getScheme()) || "wss".equalsIgnoreCase(uri.getScheme());
        return uri.getHost() + ":" + (port >= 0 ? port : isTls ? 443 : 80);
    }

    /** A redirect's target, without query values. */
    public static String location(String location) {
        try {
            URI uri = new URI(location.strip());
            String begin = uri.getHost() == null
                    ? ""
                    : uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            return Redactor.ofShapes().text(begin + uri.getRawPath()) + (uri.getRawQuery() == null ? "" : "?***");
        } catch (URISyntaxException unreadable) {
            return "an unreadable address";
        }
    }
}
