package dev.ephemint.server.policy;

import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.AdmissionUnavailable;
import dev.ephemint.server.mint.MintFailure.AuditUnavailable;
import dev.ephemint.server.mint.MintFailure.CircuitOpen;
import dev.ephemint.server.mint.MintFailure.CredentialRefused;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import dev.ephemint.server.mint.MintFailure.ExpiredToken;
import dev.ephemint.server.mint.MintFailure.NoConnection;
import dev.ephemint.server.mint.MintFailure.OutOfTime;
import dev.ephemint.server.mint.MintFailure.OwnCredentialAsToken;
import dev.ephemint.server.mint.MintFailure.QuotaExhausted;
import dev.ephemint.server.mint.MintFailure.Redirected;
import dev.ephemint.server.mint.MintFailure.RouteNotFound;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed;
import java.util.Map;
import java.util.Optional;

/** Hints for the operator after a failure that is not the caller's fault and repeats until it is fixed. */
final class FailureHints {

    private static final int FORBIDDEN = 403;

    private static final Map<Class<? extends MintFailure>, String> HINTS = Map.ofEntries(
            Map.entry(AdmissionUnavailable.class, "check admission.redis-url, its password and the Redis server"),
            Map.entry(AuditUnavailable.class, "check audit.file, its disk and its permissions"),
            Map.entry(CircuitOpen.class, "check the failures before this one, and the vendor's status page"),
            Map.entry(
                    CredentialUnavailable.class,
                    "check azure.credential or workload-identity, and the identity of this machine"),
            Map.entry(
                    ExpiredToken.class, "check this machine's clock (NTP), and what stands between it and the vendor"),
            Map.entry(NoConnection.class, "raise upstream.max-connections, or check how long the vendor takes"),
            Map.entry(OutOfTime.class, "raise server.request-timeout, or check this machine's load"),
            Map.entry(
                    OwnCredentialAsToken.class,
                    "check upstream.url: what responds there returns this service's credential"),
            Map.entry(QuotaExhausted.class, "check the plan and billing of the vendor's account"),
            Map.entry(Redirected.class, "check upstream.url: redirects are not followed"),
            Map.entry(RouteNotFound.class, "check upstream.url and upstream.dialect"),
            Map.entry(TimedOut.class, "check upstream.url, upstream.timeout and the network to the vendor"),
            Map.entry(Unreachable.class, "check upstream.url, name resolution, proxy and firewall"),
            Map.entry(UpstreamsFailed.class, "check the failure of each upstream before this one"),
            Map.entry(UnreadableResponse.class, "check upstream.url: it may not be the vendor that responds there"));

    private FailureHints() {}

    /** Empty if there is nothing to check. */
    static Optional<String> of(MintFailure failure, CredentialHints credential) {
        return failure instanceof CredentialRefused refused
                ? Optional.of(refused.status() == FORBIDDEN ? credential.forbidden() : credential.rejected())
                : Optional.ofNullable(HINTS.get(failure.getClass()));
    }
}
