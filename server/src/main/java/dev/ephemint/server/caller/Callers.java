package dev.ephemint.server.caller;

import dev.ephemint.server.mint.Caller;
import java.time.Clock;

/** The configured callers: a key or token decides if one is shown, and the certificate of the connection otherwise. */
public final class Callers implements CallerCheck {

    private static final String MINTED = "ek_";

    private final ApiKeys keys;
    private final Tokens tokens;
    private final Certificates certificates;
    private final Clock clock;

    Callers(ApiKeys keys, Tokens tokens, Certificates certificates, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public Caller check(ShownCredentials shown) {
        return shown.token()
                .map(this::ofToken)
                .or(() -> shown.certificate().map(certificates::check))
                .orElseThrow(() -> new CallerRefusedException(CallerRefusal.NO_CREDENTIAL));
    }

    private Caller ofToken(String token) {
        if (token.startsWith(MINTED)) {
            throw new CallerRefusedException(CallerRefusal.MINTED_TOKEN);
        }
        if (Tokens.isToken(token)) {
            return tokens.check(token);
        }
        return CallerKey.of(token)
                .map(key -> keys.check(key, clock.instant()))
                .orElseThrow(() -> new CallerRefusedException(CallerRefusal.INVALID));
    }
}
