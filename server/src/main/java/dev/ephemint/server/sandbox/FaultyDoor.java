package dev.ephemint.server.sandbox;

import java.util.Optional;

/** A vendor's sockets, with the faults that show before anything is said. */
record FaultyDoor(SandboxOptions options, TokenRegistry ids, SocketDoor behind) implements SocketDoor {

    private static final int SERVER_FAULT = 1011;

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
        return options.has(SandboxFault.SOCKET_BREAKS)
                ? new Welcome.Dismissed(
                        ids, "The server had an error while processing your request.", null, SERVER_FAULT)
                : welcome;
    }
}
