package dev.ephemint.server.sandbox.openai;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.sandbox.session.FlatMint;
import dev.ephemint.server.sandbox.session.FlatProtocol;
import dev.ephemint.server.sandbox.session.GaMint;
import dev.ephemint.server.sandbox.session.GaProtocol;
import dev.ephemint.server.sandbox.session.Protocol;
import dev.ephemint.server.sandbox.session.VendorModels;
import dev.ephemint.server.sandbox.shape.FlatShapes;
import dev.ephemint.server.sandbox.shape.GaShapes;
import dev.ephemint.server.sandbox.socket.SocketContext;
import dev.ephemint.server.sandbox.socket.SocketEndpoint;
import dev.ephemint.server.sandbox.socket.VendorEndpoints;
import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import dev.ephemint.server.sandbox.wire.OpenAiErrorResponses;
import dev.ephemint.server.sandbox.wire.TokenRegistry;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import dev.ephemint.server.sandbox.wire.WebRtcCalls;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * OpenAI as a whole: GA, and the beta as it was until 2026-05-12.
 *
 * @param faults applied to what all sockets share
 */
public record OpenAiEndpoints(Secret key, TokenRegistry tokens, UnaryOperator<SocketContext> faults) {

    /** Measured on OpenAI's responses of 2025-08 and 2025-10; the beta's text says the same. */
    private static final Duration LIFETIME = Duration.ofSeconds(600);

    private static final VendorModels MODELS = new OpenAiModels();

    public VendorEndpoints ga() {
        SocketEndpoint sockets = new OpenAiSocket(key, context(new GaProtocol(MODELS), MODELS), false);
        return new VendorEndpoints(
                gaHttp(key, tokens), sockets, Set.of(OpenAiSocket.ROUTE, OpenAiSocket.ROUTE + "/calls"));
    }

    public VendorEndpoints beta() {
        FlatMint mint = new FlatMint(tokens, LIFETIME);
        HttpEndpoint http = new OpenAiHttp(OpenAiHttp.BETA_ROUTE, key, tokens, body -> {
            FlatShapes.OPENAI_BETA.check("", body);
            return mint.mint(body);
        });
        Protocol protocol = new FlatProtocol(FlatShapes.OPENAI_BETA_SESSION);
        SocketEndpoint sockets = new OpenAiSocket(key, context(protocol, VendorModels.ofBeta()), true);
        return new VendorEndpoints(http, sockets, Set.of(OpenAiSocket.ROUTE));
    }

    public static HttpEndpoint gaHttp(Secret key, TokenRegistry tokens) {
        GaMint mint = new GaMint(tokens, LIFETIME);
        OpenAiHttp openAi = new OpenAiHttp(OpenAiHttp.GA_ROUTE, key, tokens, body -> {
            GaShapes.REQUEST.check("", body);
            MODELS.check(body.path("session"), MissingNode.getInstance());
            return mint.mint(body);
        });
        VendorResponse unsupported = OpenAiErrorResponses.error(501, WebRtcCalls.MESSAGE, null, WebRtcCalls.CODE);
        return new ModelList(
                openAi::unauthorized,
                new WebRtcCalls(OpenAiSocket.ROUTE + "/calls", openAi::rejectionOfCall, unsupported, openAi));
    }

    private SocketContext context(Protocol protocol, VendorModels models) {
        return faults.apply(new SocketContext(protocol, models, tokens, model -> true, null));
    }
}
