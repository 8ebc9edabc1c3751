package dev.ephemint.server.caller;

import dev.ephemint.server.mint.Secret;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request shows of its caller, as it arrived.
 *
 * @param authorization each {@code Authorization} header
 * @param apiKeys each {@code api-key} header, in which Azure's clients send a key
 * @param certificate of the connection, verified
 */
public record ShownCredentials(
        List<String> authorization, List<String> apiKeys, Optional<X509Certificate> certificate) {

    /** How a sealed token begins. */
    public static final String SEALED = "eps_";

    /** RFC 6750, 2.1; the scheme in any case (RFC 9110, 11.1). */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    public ShownCredentials {
        authorization = List.copyOf(authorization);
        apiKeys = List.copyOf(apiKeys);
    }

    /**
     * The key or token; empty if only the connection can say who calls.
     *
     * @throws CallerRefusedException if there are several, or one of another form
     */
    Optional<String> token() {
        Set<String> tokens = new HashSet<>();
        authorization.forEach(header -> tokens.add(bearer(header)));
        apiKeys.forEach(header -> tokens.add(key(header)));
        if (tokens.size() > 1 || authorization.size() > 1 || apiKeys.size() > 1) {
            throw new CallerRefusedException(CallerRefusal.AMBIGUOUS);
        }
        return tokens.stream().findFirst();
    }

    /**
     * The token, if it is a sealed one.
     *
     * @throws CallerRefusedException if there is another credential as well, or one of another form
     */
    public Optional<Secret> sealed() {
        return mentionsSealed(authorization) || mentionsSealed(apiKeys)
                ? token().filter(token -> token.startsWith(SEALED)).map(Secret::new)
                : Optional.empty();
    }

    private static boolean mentionsSealed(List<String> headers) {
        for (String header : headers) {
            if (header.contains(SEALED)) {
                return true;
            }
        }
        return false;
    }

    private static String bearer(String header) {
        Matcher matcher = BEARER.matcher(header.strip());
        if (!matcher.matches()) {
            throw new CallerRefusedException(CallerRefusal.INVALID);
        }
        return matcher.group(1);
    }

    private static String key(String header) {
        String key = header.strip();
        if (!TOKEN.matcher(key).matches()) {
            throw new CallerRefusedException(CallerRefusal.INVALID);
        }
        return key;
    }

    @Override
    public String toString() {
        return "ShownCredentials[authorization=" + authorization.size() + ", apiKeys=" + apiKeys.size()
                + ", certificate=" + certificate.isPresent() + "]";
    }
}
