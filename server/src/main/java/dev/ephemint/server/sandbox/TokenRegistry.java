package dev.ephemint.server.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens that the sandbox has issued and that have not expired. It holds a fixed number and lets the oldest go. */
final class TokenRegistry {

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> expiries = new LinkedHashMap<>();
    private final Clock clock;
    private final int capacity;

    TokenRegistry(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /** A token with its end in whole seconds, as the vendors count. */
    record Token(String value, long expiresAt) {

        @Override
        public String toString() {
            return "Token[expiresAt=" + expiresAt + "]";
        }
    }

    synchronized Token issue(Duration lifetime) {
        makeRoom();
        Token token = new Token(
                "ek_sandbox_" + hex(16), clock.instant().plus(lifetime).getEpochSecond());
        expiries.put(token.value(), Instant.ofEpochSecond(token.expiresAt()));
        return token;
    }

    synchronized boolean isValid(String token) {
        return Optional.ofNullable(expiries.get(token))
                .filter(end -> clock.instant().isBefore(end))
                .isPresent();
    }

    synchronized int size() {
        return expiries.size();
    }

    /** Random hexadecimal digits for whatever must be new: tokens, keys and ids. */
    String hex(int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return HexFormat.of().formatHex(noise);
    }

    private void makeRoom() {
        Instant now = clock.instant();
        expiries.values().removeIf(end -> !now.isBefore(end));
        Iterator<String> oldest = expiries.keySet().iterator();
        while (expiries.size() >= capacity) {
            oldest.next();
            oldest.remove();
        }
    }
}
