package dev.ephemint.server.caller;

import dev.ephemint.server.mint.Secret;

/** Keys of callers, and entries for them. */
public final class TestKeys {

    public static final String PEPPER = "planted-pepper-of-32-characters-or-more";

    private TestKeys() {}

    public static String entry(CallerKey key) {
        return entry(key, "");
    }

    /** @param more members of the entry, with a comma at the front */
    public static String entry(CallerKey key, String more) {
        return "{id: '" + key.id() + "', hash: '" + new KeyHash(new Secret(PEPPER)).hex(key) + "'" + more + "}";
    }

    /** Another key of the same id. */
    public static CallerKey forged(CallerKey key) {
        return CallerKey.of(key.id(), "0".repeat(40));
    }
}
