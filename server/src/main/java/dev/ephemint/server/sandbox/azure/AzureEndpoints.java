package dev.ephemint.server.sandbox.azure;

import dev.ephemint.server.sandbox.session.FlatMint;
import dev.ephemint.server.sandbox.session.FlatProtocol;
import dev.ephemint.server.sandbox.session.GaMint;
import dev.ephemint.server.sandbox.session.GaProtocol;
import dev.ephemint.server.sandbox.session.Protocol;
import dev.ephemint.server.sandbox.shape.FlatShapes;
import dev.ephemint.server.sandbox.socket.SocketContext;
import dev.ephemint.server.sandbox.socket.SocketEndpoint;
import dev.ephemint.server.sandbox.socket.VendorEndpoints;
import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import dev.ephemint.server.sandbox.wire.TokenRegistry;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import dev.ephemint.server.sandbox.wire.WebRtcCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Azure OpenAI as a whole: GA, and the preview of 2025-04-01.
 *
 * @param faults applied to what all sockets share
 */
public record AzureEndpoints(
        AzureAccess access, SandboxDeployments deployments, TokenRegistry tokens, UnaryOperator<SocketContext> faults) {

    /** Measured on three of Azure's responses, 2026-05-11 and 2026-07-24. */
    private static final Duration LIFETIME = Duration.ofSeconds(7200);

    /** Documented in June 2025; no response was published to measure. */
    private static final Duration PREVIEW_LIFETIME = Duration.ofMinutes(1);

    private static final Protocol FLAT = new FlatProtocol(FlatShapes.AZURE_PREVIEW);

    public VendorEndpoints ga() {
        String calls = AzureSocket.ROUTE + "/calls";
        HttpEndpoint http = new AzureGateway(new WebRtcCalls(
                calls,
                this::rejectionOfCall,
                AzureErrorResponses.error(501, WebRtcCalls.CODE, WebRtcCalls.MESSAGE),
                new AzureGa(access, deployments, new GaMint(tokens, LIFETIME))));
        SocketEndpoint sockets = bySchema(socket(new GaProtocol(new AzureModels(deployments))), socket(FLAT));
        return new VendorEndpoints(http, sockets, Set.of(AzureSocket.ROUTE, calls));
    }

    public VendorEndpoints preview() {
        return new VendorEndpoints(
                new AzureGateway(new AzurePreview(access, new FlatMint(tokens, PREVIEW_LIFETIME))),
                new AzurePreviewSocket(access, deployments, context(FLAT, null)),
                Set.of(AzurePreviewSocket.ROUTE));
    }

    private Optional<VendorResponse> rejectionOfCall(VendorRequest request) {
        return request.bearer().filter(tokens::isValid).isPresent()
                ? Optional.empty()
                : Optional.of(AzureErrorResponses.tokenForCallOnly());
    }

    /** The beta's header pins the old schema (Microsoft's migration guide, 2026). */
    private static SocketEndpoint bySchema(AzureSocket ga, AzureSocket old) {
        return request -> request.header("openai-beta")
                        .filter(value -> value.contains("realtime=v1"))
                        .isPresent()
                ? old.accept(request)
                : ga.accept(request);
    }

    private AzureSocket socket(Protocol protocol) {
        return new AzureSocket(access, deployments, context(protocol, "DeploymentNotFound"));
    }

    private SocketContext context(Protocol protocol, @Nullable String absence) {
        return faults.apply(
                new SocketContext(protocol, new AzureModels(deployments), tokens, deployments::has, absence));
    }
}
