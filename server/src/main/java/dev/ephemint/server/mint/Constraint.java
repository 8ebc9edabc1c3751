package dev.ephemint.server.mint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * What a token is bound to by its caller's policy, and who enforces it.
 *
 * @param param the member that is bound, as a path in the nested shape, or the name of a header
 * @param schema what it may be, as JSON Schema; shared and not copied, so it is read-only
 */
public record Constraint(String param, ObjectNode schema, Enforcer enforcedBy) {

    /** Who enforces a constraint. */
    public enum Enforcer {
        /** This service, at the mint only. */
        FACADE,
        /** The vendor, as long as the token lives. */
        VENDOR,
        /** Neither: the holder of the token can change it after connecting. */
        NONE;

        /** As responses spell it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
