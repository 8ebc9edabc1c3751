package dev.ephemint.client.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** The URL that operations' paths are appended to, from any form that users paste. */
public final class BaseUrl {

    private static final Pattern TAIL = Pattern.compile("(/realtime(/(client_secrets|transcription_sessions))?)?/*$");

    private BaseUrl() {}

    public static URI of(String pasted) {
        try {
            return of(new URI(pasted.strip()));
        } catch (URISyntaxException invalid) {
            // Without the text, which may hold a password.
            throw new IllegalArgumentException("baseUrl: not a URL: " + invalid.getReason());
        }
    }

    /** With or without {@code /v1}, a trailing slash or an operation's path. */
    public static URI of(URI pasted) {
        check(pasted);
        String path = TAIL.matcher(pasted.getRawPath().replaceAll("/+$", "")).replaceFirst("");
        return URI.create(
                pasted.getScheme() + "://" + authority(pasted) + (path.endsWith("/v1") ? path : path + "/v1"));
    }

    private static String authority(URI pasted) {
        return pasted.getPort() == -1 ? pasted.getHost() : pasted.getHost() + ":" + pasted.getPort();
    }

    private static void check(URI pasted) {
        String scheme = pasted.getScheme();
        if (!("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme)) || pasted.getHost() == null) {
            throw new IllegalArgumentException("baseUrl: must start with http:// or https:// and a host");
        }
        if (pasted.getRawUserInfo() != null || pasted.getRawQuery() != null || pasted.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "baseUrl: must not have a user, a query or a fragment; set a key with apiKey");
        }
    }
}
