package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.server.mint.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who plays in one sandbox: the vendor and who gets its sockets, the credentials that it accepts and the tokens that it issues.
 *
 * @param key an OpenAI key or an Azure resource's key
 * @param entra what stands for tokens of Entra; Azure only
 */
record SandboxVendors(
        HttpEndpoint vendor, SocketEndpoint sockets, Secret key, EntraTokens entra, TokenRegistry tokens) {

    private static final int TOKENS = 10_000;

    private static final VendorModels MODELS = new OpenAiModels();

    /** Measured on OpenAI's answers of 2025-08 and 2025-10; the beta's text says the same. */
    private static final Duration OPENAI = Duration.ofSeconds(600);

    /** Measured on three of Azure's answers, 2026-05-11 and 2026-07-24. */
    private static final Duration AZURE = Duration.ofSeconds(7200);

    /** Documented in June 2025; nobody published an answer to measure. */
    private static final Duration AZURE_PREVIEW = Duration.ofMinutes(1);

    static SandboxVendors of(SandboxOptions options) {
        TokenRegistry tokens = new TokenRegistry(options.clock(), TOKENS);
        Secret key = new Secret((options.dialect().startsWith("azure") ? "" : "sk-local-") + tokens.hex(24));
        AzureAccess access = new AzureAccess(key, EntraTokens.issuedBy(tokens), options.faults());
        HttpEndpoint vendor =
                switch (options.dialect()) {
                    case "openai" -> openAi(options, key, tokens);
                    case "openai-beta" ->
                        options.has(SandboxFault.BETA_REMOVED) ? openAi(options, key, tokens) : openAiBeta(key, tokens);
                    case "azure" -> azure(options, access, tokens);
                    default -> new AzureGateway(new AzurePreview(access, new FlatMint(tokens, AZURE_PREVIEW)));
                };
        SocketEndpoint sockets = SandboxSockets.of(options, access, deployments(options), tokens);
        TamperingGateway gateway = new TamperingGateway(options.faults());
        return new SandboxVendors(
                gateway.before(new FaultyVendor(options, vendor)),
                gateway.beforeSockets(new FaultySockets(options, tokens, sockets)),
                key,
                access.entra(),
                tokens);
    }

    private static HttpEndpoint openAi(SandboxOptions options, Secret key, TokenRegistry tokens) {
        GaMint mint = new GaMint(tokens, OPENAI);
        OpenAi openAi = new OpenAi(OpenAi.GA_ROUTE, key, tokens, body -> {
            GaShapes.REQUEST.check("", body);
            MODELS.check(body.path("session"), MissingNode.getInstance());
            return mint.mint(body);
        });
        VendorResponse unplayed = OpenAi.error(501, WebRtcCalls.MESSAGE, null, WebRtcCalls.CODE);
        Set<String> gone = options.has(SandboxFault.MODEL_GONE) ? Set.of("gpt-live-transcribe") : Set.of();
        HttpEndpoint calls = new WebRtcCalls("/v1/realtime/calls", openAi::rejectionOfCall, unplayed, openAi);
        return new ModelList(openAi::unauthorized, gone, calls);
    }

    private static HttpEndpoint openAiBeta(Secret key, TokenRegistry tokens) {
        FlatMint mint = new FlatMint(tokens, OPENAI);
        return new OpenAi(OpenAi.BETA_ROUTE, key, tokens, body -> {
            FlatShapes.OPENAI_BETA.check("", body);
            return mint.mint(body);
        });
    }

    private static HttpEndpoint azure(SandboxOptions options, AzureAccess access, TokenRegistry tokens) {
        AzureGa azure = new AzureGa(access, deployments(options), new GaMint(tokens, AZURE));
        return new AzureGateway(new WebRtcCalls(
                AzureSocket.ROUTE + "/calls",
                request -> request.bearer().filter(tokens::isValid).isPresent()
                        ? Optional.empty()
                        : Optional.of(AzureAccess.tokenForCallOnly()),
                AzureAccess.error(501, WebRtcCalls.CODE, WebRtcCalls.MESSAGE),
                azure));
    }

    private static SandboxDeployments deployments(SandboxOptions options) {
        SandboxDeployments deployments = SandboxDeployments.OF_ALL_MODELS;
        for (Map.Entry<String, String> deployment : options.deployments().entrySet()) {
            deployments = deployments.with(deployment.getKey(), deployment.getValue());
        }
        return deployments;
    }
}
