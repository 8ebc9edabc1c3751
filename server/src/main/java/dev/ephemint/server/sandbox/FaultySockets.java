package dev.ephemint.server.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A vendor's sockets, with the faults that show before anything is said. */
record FaultySockets(SandboxOptions options, TokenRegistry ids, SocketEndpoint behind) implements SocketEndpoint {

    private static final Map<SandboxFault, Function<TokenRegistry, HandshakeResult.OpenedThenClosed>> DISMISSALS =
            Map.of(
                    SandboxFault.SOCKET_BREAKS,
                    ids -> new HandshakeResult.OpenedThenClosed(
                            ids, "The server had an error while processing your request.", null, 1011),
                    SandboxFault.SOCKET_WITHOUT_CREDIT,
                    ids -> new HandshakeResult.OpenedThenClosed(
                            ids,
                            "insufficient_quota",
                            "Your credit balance is exhausted.",
                            "credit_balance_exhausted",
                            1013),
                    SandboxFault.SOCKET_KNOWS_NO_MODEL,
                    ids -> new HandshakeResult.OpenedThenClosed(
                            ids, "The requested model does not exist.", "model_not_found", 4004));

    @Override
    public Optional<HandshakeResult> accept(VendorRequest request) {
        return options.has(SandboxFault.WRONG_HOST) || options.has(SandboxFault.GATEWAY_DROPS_UPGRADE)
                ? Optional.empty()
                : behind.accept(request).map(this::spoiled);
    }

    private HandshakeResult spoiled(HandshakeResult result) {
        if (options.has(SandboxFault.GATEWAY_KNOWS_NO_SOCKETS)) {
            return new HandshakeResult.Rejected(VendorResponse.empty(404));
        }
        if (options.has(SandboxFault.SOCKET_WANTS_EPHEMERAL)) {
            return new HandshakeResult.Rejected(AzureGateway.stamped(AzureAccess.tokensOnly()));
        }
        return closed().map(HandshakeResult.class::cast).orElse(result);
    }

    private Optional<HandshakeResult.OpenedThenClosed> closed() {
        return DISMISSALS.entrySet().stream()
                .filter(dismissal -> options.has(dismissal.getKey()))
                .findFirst()
                .map(dismissal -> dismissal.getValue().apply(ids));
    }
}
