package dev.ephemint.server.dialect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An address as a person pastes it: with or without scheme, with {@code wss}, with a trailing slash.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host and optional port, lower case
 * @param path without a trailing slash; empty for none
 * @param query raw, empty for none
 */
public record PastedUrl(String scheme, String authority, String path, String query) {

    private static final Map<String, String> SCHEMES =
            Map.of("http", "http", "https", "https", "ws", "http", "wss", "https");
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");

    /**
     * Reads a pasted address.
     *
     * @throws IllegalArgumentException saying what is wrong, without the text itself (it may hold a key)
     */
    public static PastedUrl parse(String pasted) {
        URI uri = uri(pasted.strip());
        String scheme = SCHEMES.get(uri.getScheme().toLowerCase(Locale.ROOT));
        if (scheme == null || uri.getHost() == null) {
            throw new IllegalArgumentException("must be an http or https address with a host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must hold neither user information nor a fragment");
        }
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new PastedUrl(
                scheme,
                uri.getRawAuthority().toLowerCase(Locale.ROOT),
                uri.getRawPath().replaceAll("/{2,}", "/").replaceAll("/$", ""),
                query);
    }

    private static URI uri(String text) {
        try {
            return new URI(text.matches("[A-Za-z][A-Za-z0-9+.-]*://.*") ? text : "https://" + text);
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException("is not a URL");
        }
    }

    public String host() {
        return authority.replaceFirst(":\\d+$", "");
    }

    public PastedUrl withHost(String host) {
        return new PastedUrl(scheme, authority.replace(host(), host), path, query);
    }

    public URI withPath(String newPath) {
        return URI.create(scheme + "://" + authority + newPath);
    }

    /** Plain http to another machine exposes the key on the network. */
    public boolean isUnsafe() {
        return scheme.equals("http") && !LOOPBACK.contains(host()) && !host().startsWith("127.");
    }
}
