package dev.ephemint.server.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A vendor's sockets, with the faults that show before anything is said. */
record FaultyDoor(SandboxOptions options, TokenRegistry ids, SocketDoor behind) implements SocketDoor {

    private static final Map<SandboxFault, Function<TokenRegistry, Welcome.Dismissed>> DISMISSALS = Map.of(
            SandboxFault.SOCKET_BREAKS,
            ids -> new Welcome.Dismissed(ids, "The server had an error while processing your request.", null, 1011),
            SandboxFault.SOCKET_WITHOUT_CREDIT,
            ids -> new Welcome.Dismissed(
                    ids, "insufficient_quota", "Your credit balance is exhausted.", "credit_balance_exhausted", 1013),
            SandboxFault.SOCKET_KNOWS_NO_MODEL,
            ids -> new Welcome.Dismissed(ids, "The requested model does not exist.", "model_not_found", 4004));

    @Override
    public Optional<Welcome> knock(Inquiry inquiry) {
        return options.has(SandboxFault.WRONG_HOST) || options.has(SandboxFault.GATEWAY_DROPS_UPGRADE)
                ? Optional.empty()
                : behind.knock(inquiry).map(this::spoiled);
    }

    private Welcome spoiled(Welcome welcome) {
        if (options.has(SandboxFault.GATEWAY_KNOWS_NO_SOCKETS)) {
            return new Welcome.Refused(Answer.empty(404));
        }
        if (options.has(SandboxFault.SOCKET_WANTS_EPHEMERAL)) {
            return new Welcome.Refused(AzureGateway.stamped(AzureDoor.tokensOnly()));
        }
        return dismissed().map(Welcome.class::cast).orElse(welcome);
    }

    private Optional<Welcome.Dismissed> dismissed() {
        return DISMISSALS.entrySet().stream()
                .filter(dismissal -> options.has(dismissal.getKey()))
                .findFirst()
                .map(dismissal -> dismissal.getValue().apply(ids));
    }
}
