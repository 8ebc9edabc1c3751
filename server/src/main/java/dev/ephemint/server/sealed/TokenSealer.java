package dev.ephemint.server.sealed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes sealed tokens of minted ones, and opens them.
 *
 * @param keys as they are now
 * @param lifetime of a sealed token, unless the vendor's expires before
 * @param watch learns what happens to sealed tokens
 * @param use what they are good for
 */
public record TokenSealer(Supplier<SealKeys> keys, Duration lifetime, Clock clock, SealWatch watch, SealedUse use) {

    /** So that a header holds it: servers accept 8 KiB of headers. */
    static final int LONGEST = 6_000;

    private static final List<String> KEPT = List.of("type", "object", "id", "expires_at");

    Instant now() {
        return clock.instant();
    }

    /** The same token for the caller: its value is sealed, and it expires with the seal. */
    MintedToken seal(MintedToken token, MintContext context) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expires = token.expiresAt()
                .map(Instant::ofEpochSecond)
                .filter(vendors -> vendors.isBefore(now.plus(lifetime)))
                .orElse(now.plus(lifetime));
        SealedToken sealed =
                new SealedToken(UUID.randomUUID().toString(), context.caller(), context.origin(), now, expires, token);
        Connection connection = unopened(token.connection())
                .withVendorTime(Optional.of(now.getEpochSecond()))
                .withWarning(warning());
        watch.sealed();
        return new MintedToken(
                sealed(sealed),
                token.copyOfResponse().put("expires_at", expires.getEpochSecond()),
                connection,
                token.requestId(),
                token.quotas());
    }

    /** No socket takes a sealed token; a call may. */
    private Connection unopened(Connection vendors) {
        Addresses addresses = vendors.addresses();
        return use.call()
                ? vendors.withAddresses(new Addresses(addresses.webSocket(), false, addresses.webRtc()))
                : vendors.withoutWebRtc();
    }

    private MintWarning warning() {
        return new MintWarning(
                "sealed_token", "The value is sealed and opens no session. " + use.instruction() + ".", null);
    }

    private Secret sealed(SealedToken whole) {
        Secret sealed = Seal.seal(SealedJson.write(whole), keys.get());
        return sealed.length() <= LONGEST ? sealed : Seal.seal(SealedJson.write(shortened(whole)), keys.get());
    }

    /** Without most of the session, which the caller has got already. */
    private static SealedToken shortened(SealedToken whole) {
        ObjectNode response = whole.token().copyOfResponse();
        if (response.path("session") instanceof ObjectNode session) {
            session.retain(KEPT);
        }
        MintedToken token = whole.token();
        return new SealedToken(
                whole.id(),
                whole.caller(),
                whole.origin(),
                whole.sealed(),
                whole.expires(),
                new MintedToken(token.value(), response, token.connection(), token.requestId()));
    }

    /** What was sealed here with a key that is still known; empty if anything is wrong. */
    Optional<SealedToken> open(Secret sealed) {
        return Seal.open(sealed, keys.get()).map(SealedJson::read);
    }

    /** Why {@link #open} returns nothing. Callers must not learn it. */
    SealRefusal refusal(Secret sealed) {
        return Seal.isOfUnknownKey(sealed, keys.get()) ? SealRefusal.UNKNOWN_KEY : SealRefusal.INVALID;
    }
}
