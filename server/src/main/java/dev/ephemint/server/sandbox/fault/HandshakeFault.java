package dev.ephemint.server.sandbox.fault;

import dev.ephemint.server.sandbox.azure.AzureGateway;
import dev.ephemint.server.sandbox.socket.HandshakeResult;
import dev.ephemint.server.sandbox.socket.SocketEndpoint;
import dev.ephemint.server.sandbox.wire.SandboxDialect;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Another result of each handshake that finds a socket.
 *
 * @param other the result in place of the vendor's
 */
record HandshakeFault(BiFunction<HandshakeResult, FaultContext, HandshakeResult> other) implements Fault {

    static HandshakeFault rejecting(VendorResponse response) {
        return new HandshakeFault((result, context) -> new HandshakeResult.Rejected(response));
    }

    static HandshakeFault closing(String type, String message, @Nullable String code, int closeCode) {
        return new HandshakeFault((result, context) ->
                new HandshakeResult.OpenedThenClosed(context.tokens(), type, message, code, closeCode));
    }

    @Override
    public SocketEndpoint handshake(SocketEndpoint endpoint, FaultContext context) {
        return request -> endpoint.accept(request).map(result -> other.apply(result, context));
    }

    /** Azure's preview redirects a handshake that it would accept; the target lacks {@code /openai}. */
    static Fault redirecting() {
        return new Fault() {
            @Override
            public SocketEndpoint handshake(SocketEndpoint endpoint, FaultContext context) {
                return context.dialect() == SandboxDialect.AZURE_PREVIEW
                        ? request -> endpoint.accept(request).map(result -> redirected(result, request.target()))
                        : endpoint;
            }
        };
    }

    private static HandshakeResult redirected(HandshakeResult result, VendorRequest.Target target) {
        String location = "wss://" + target.host() + "/v1/realtime?" + target.rawQuery();
        return result instanceof HandshakeResult.Accepted
                ? new HandshakeResult.Rejected(
                        AzureGateway.stamped(VendorResponse.empty(302).with("location", location)))
                : result;
    }

    /** No socket at any path. */
    static Fault missing() {
        return new Fault() {
            @Override
            public SocketEndpoint handshake(SocketEndpoint endpoint, FaultContext context) {
                return request -> Optional.empty();
            }
        };
    }
}
