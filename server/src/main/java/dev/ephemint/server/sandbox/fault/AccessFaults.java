package dev.ephemint.server.sandbox.fault;

import dev.ephemint.server.sandbox.azure.AzureAccess;
import dev.ephemint.server.sandbox.azure.AzureCredentials;
import dev.ephemint.server.sandbox.azure.AzureErrorResponses;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Faults of credentials at Azure. */
final class AccessFaults {

    /** Microsoft's troubleshooting of Entra, 2026. */
    private static final VendorResponse NO_ACCESS =
            AzureErrorResponses.error(401, "PermissionDenied", "Principal does not have access to API/Operation.");

    /** Returned by {@code client_secrets} itself, in a public file of 2026. */
    private static final VendorResponse KEYS_DISABLED = AzureErrorResponses.error(
            403, "AuthenticationTypeDisabled", "Key based authentication is disabled for this resource.");

    private AccessFaults() {}

    static Fault keysDisabled() {
        return new Fault() {
            @Override
            public AzureAccess access(AzureAccess access, FaultContext context) {
                return new Changed(access, rejection -> Optional.of(KEYS_DISABLED), UnaryOperator.identity());
            }
        };
    }

    static Fault noRole() {
        return new Fault() {
            @Override
            public AzureAccess access(AzureAccess access, FaultContext context) {
                return new Changed(
                        access, UnaryOperator.identity(), rejection -> rejection.or(() -> Optional.of(NO_ACCESS)));
            }
        };
    }

    static Fault otherAudience() {
        return new Fault() {
            @Override
            public AzureAccess access(AzureAccess access, FaultContext context) {
                return new AzureCredentials(context.key(), context.entra().older());
            }
        };
    }

    /** Credentials that another component checks, with a change of the result for either kind. */
    private record Changed(
            AzureAccess behind,
            UnaryOperator<Optional<VendorResponse>> ofKey,
            UnaryOperator<Optional<VendorResponse>> ofToken)
            implements AzureAccess {

        @Override
        public Optional<VendorResponse> rejectionOfKey(String sent) {
            return ofKey.apply(behind.rejectionOfKey(sent));
        }

        @Override
        public Optional<VendorResponse> rejectionOfToken(Optional<String> sent) {
            return ofToken.apply(behind.rejectionOfToken(sent));
        }
    }
}
