package dev.ephemint.conformance.profile;

import java.util.Set;

/**
 * What the target sends to its vendor.
 *
 * @param target path and query
 * @param credentialHeader name of the header with the credential, in lower case
 * @param credentialPrefix what precedes the key in that header, such as {@code "Bearer "}; may be empty
 * @param keyOwner whose key that is
 * @param mayAdd JSON pointers of members that the target may add if the request has none
 */
public record Upstream(
        String target, String credentialHeader, String credentialPrefix, KeyOwner keyOwner, Set<String> mayAdd) {
    public Upstream {
        mayAdd = Set.copyOf(mayAdd);
    }

    /** Whose key the vendor is given. */
    public enum KeyOwner {
        /** The target's: it is configured with {@link PlantedKey}. */
        GATEWAY,
        /** The caller's: the kit sends {@link PlantedKey} to the target, which passes it on. */
        CALLER
    }
}
