package dev.ephemint.server.sealed;

import dev.ephemint.server.caller.CallerCheck;
import dev.ephemint.server.caller.CallerRefusal;
import dev.ephemint.server.caller.CallerRefusedException;
import dev.ephemint.server.caller.ShownCredentials;
import dev.ephemint.server.mint.Caller;

/** A sealed token stands for the caller that minted it, for its exchange only; every other credential is checked as before. */
public record SealedCallers(CallerCheck next, TokenSealer sealer) implements CallerCheck {

    @Override
    public Caller check(ShownCredentials shown) {
        return shown.sealed()
                .map(token ->
                        sealer.open(token).orElseThrow(() -> refused(sealer.refusal(token), CallerRefusal.INVALID)))
                .map(this::caller)
                .orElseGet(() -> next.check(shown));
    }

    private Caller caller(SealedToken token) {
        if (token.isExpired(sealer.now())) {
            throw refused(SealRefusal.EXPIRED, CallerRefusal.EXPIRED);
        }
        return token.caller();
    }

    private CallerRefusedException refused(SealRefusal reason, CallerRefusal refusal) {
        sealer.watch().refused(reason);
        return new CallerRefusedException(refusal);
    }
}
