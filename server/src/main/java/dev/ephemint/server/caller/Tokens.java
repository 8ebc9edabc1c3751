package dev.ephemint.server.caller;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import dev.ephemint.server.mint.Caller;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The issuers of tokens.
 *
 * @param byIssuer by the value of {@code iss}
 */
record Tokens(Map<String, IssuerTokens> byIssuer) {

    private static final Pattern FORM = Pattern.compile("ey[\\w-]+(?:\\.[\\w-]*){2,4}");
    private static final int MAX_LENGTH = 8_192;

    Tokens {
        byIssuer = Map.copyOf(byIssuer);
    }

    static boolean isToken(String text) {
        return FORM.matcher(text).matches();
    }

    Caller check(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new CallerRefusedException(CallerRefusal.INVALID);
        }
        try {
            JWT token = JWTParser.parse(text);
            return Optional.ofNullable(token.getJWTClaimsSet())
                    .flatMap(claims -> Optional.ofNullable(claims.getIssuer()))
                    .flatMap(issuer -> Optional.ofNullable(byIssuer.get(issuer)))
                    .orElseThrow(() -> new CallerRefusedException(CallerRefusal.INVALID))
                    .check(token);
        } catch (ParseException malformed) {
            throw new CallerRefusedException(CallerRefusal.INVALID);
        }
    }
}
