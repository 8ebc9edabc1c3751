package dev.ephemint.server.caller;

import dev.ephemint.server.mint.Caller;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The API keys of all callers, found by their public id. */
final class ApiKeys {

    /** Compared with if there is no such id, so that both take the same time. */
    private static final byte[] NO_HASH = new byte[32];

    private final Optional<KeyHash> hash;
    private final Map<String, Entry> byId;

    /** @param hash empty if there are no keys */
    ApiKeys(Optional<KeyHash> hash, Map<String, Entry> byId) {
        this.hash = hash;
        this.byId = Map.copyOf(byId);
    }

    Caller check(CallerKey shown, Instant now) {
        byte[] presented = hash.orElseThrow(() -> new CallerRefusedException(CallerRefusal.INVALID))
                .of(shown);
        Entry entry = byId.get(shown.id());
        boolean equal = MessageDigest.isEqual(entry == null ? NO_HASH : entry.hash(), presented);
        if (entry == null || !equal) {
            throw new CallerRefusedException(CallerRefusal.INVALID);
        }
        if (entry.notAfter().filter(now::isAfter).isPresent()) {
            throw new CallerRefusedException(CallerRefusal.EXPIRED);
        }
        return entry.caller();
    }

    /** One key of a caller, as it is stored. */
    record Entry(Caller caller, byte[] hash, Optional<Instant> notAfter) {

        Entry {
            hash = hash.clone();
        }

        @Override
        public byte[] hash() {
            return hash.clone();
        }

        @Override
        public String toString() {
            return "Entry[" + caller.id() + "]";
        }
    }
}
