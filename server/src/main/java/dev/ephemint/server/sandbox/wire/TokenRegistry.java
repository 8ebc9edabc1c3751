package dev.ephemint.server.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens that the sandbox has issued and that have not expired. It holds a fixed number and evicts the oldest. */
public final class TokenRegistry {

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Grant> grants = new LinkedHashMap<>();
    private final Clock clock;
    private final int capacity;

    public TokenRegistry(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /** A token with its end in whole seconds, as the vendors count. */
    public record Token(String value, long expiresAt) {

        @Override
        public String toString() {
            return "Token[expiresAt=" + expiresAt + "]";
        }
    }

    /** What a token is for: a session, until an end. */
    private record Grant(Instant end, ObjectNode session) {}

    /**
     * A token for a session as it was said back. A digit follows the name, as in the vendors' tokens: with a letter, the redactor
     * would find the beginning of one in "sandbox, a" of a transcript.
     */
    public synchronized Token issue(Duration lifetime, ObjectNode session) {
        makeRoom();
        Token token = new Token("ek_sandbox_" + random.nextInt(10) + hex(16).substring(1), endOf(lifetime));
        grants.put(token.value(), new Grant(Instant.ofEpochSecond(token.expiresAt()), session.deepCopy()));
        return token;
    }

    public synchronized boolean isValid(String token) {
        return session(token).isPresent();
    }

    /** The session that a token is for; nothing once it has expired. */
    public synchronized Optional<ObjectNode> session(String token) {
        return Optional.ofNullable(grants.get(token))
                .filter(grant -> clock.instant().isBefore(grant.end()))
                .map(grant -> grant.session().deepCopy());
    }

    /** The second in which something ends that lasts so long from now. */
    public long endOf(Duration lifetime) {
        return clock.instant().plus(lifetime).getEpochSecond();
    }

    synchronized int size() {
        return grants.size();
    }

    /** Random hexadecimal digits for tokens, keys and ids. */
    public String hex(int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return HexFormat.of().formatHex(noise);
    }

    /** A new identifier that begins as the vendors' do. */
    public String id(String kind) {
        return kind + "_" + hex(11);
    }

    private void makeRoom() {
        Instant now = clock.instant();
        grants.values().removeIf(grant -> !now.isBefore(grant.end()));
        Iterator<String> oldest = grants.keySet().iterator();
        while (grants.size() >= capacity) {
            oldest.next();
            oldest.remove();
        }
    }
}
