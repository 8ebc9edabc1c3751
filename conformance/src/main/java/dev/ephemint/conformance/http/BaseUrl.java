package dev.ephemint.conformance.http;

import java.net.URI;
import java.util.Set;

/** A URL to which the paths of requests are appended. */
public final class BaseUrl {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private BaseUrl() {}

    /**
     * The URL without slashes at its end.
     *
     * @param option the option that names it, for the message
     * @throws IllegalArgumentException says what is wrong, without the URL: it may hold a password
     */
    public static URI of(String option, URI url) {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new IllegalArgumentException(option + ": must be an http or https URL");
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(option + ": must have no user, query or fragment");
        }
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }

    /** Whether a credential would go over a network unencrypted. */
    public static boolean isExposed(URI url) {
        return "http".equals(url.getScheme()) && !LOOPBACK.contains(url.getHost());
    }
}
