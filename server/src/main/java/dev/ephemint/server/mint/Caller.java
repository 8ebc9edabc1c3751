package dev.ephemint.server.mint;

import java.util.Optional;

/**
 * Who asks for a token: an application, never the credential that it showed.
 *
 * @param id its name, for limits, log, metrics and audit
 * @param policy the name of the policy that bounds it
 * @param endUser whom it asks for, as its credential says; a request's safety identifier counts otherwise
 */
public record Caller(String id, String policy, Optional<String> endUser) {

    /** Every caller, where the service does not check callers. */
    public static final Caller ANONYMOUS = new Caller("anonymous", "anonymous", Optional.empty());
}
