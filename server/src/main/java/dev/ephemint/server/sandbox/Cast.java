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
record Cast(Vendor vendor, SocketDoor door, Secret key, EntraTokens entra, TokenRegistry tokens) {

    private static final int TOKENS = 10_000;

    private static final VendorModels MODELS = new OpenAiModels();

    /** Measured on OpenAI's answers of 2025-08 and 2025-10; the beta's text says the same. */
    private static final Duration OPENAI = Duration.ofSeconds(600);

    /** Measured on three of Azure's answers, 2026-05-11 and 2026-07-24. */
    private static final Duration AZURE = Duration.ofSeconds(7200);

    /** Documented in June 2025; nobody published an answer to measure. */
    private static final Duration AZURE_PREVIEW = Duration.ofMinutes(1);

    static Cast of(SandboxOptions options) {
        TokenRegistry tokens = new TokenRegistry(options.clock(), TOKENS);
        Secret key = new Secret((options.dialect().startsWith("azure") ? "" : "sk-local-") + tokens.hex(24));
        AzureDoor door = new AzureDoor(key, EntraTokens.issuedBy(tokens), options.faults());
        Vendor vendor =
                switch (options.dialect()) {
                    case "openai" -> openAi(options, key, tokens);
                    case "openai-beta" ->
                        options.has(SandboxFault.BETA_REMOVED) ? openAi(options, key, tokens) : openAiBeta(key, tokens);
                    case "azure" -> azure(options, door, tokens);
                    default -> new AzureGateway(new AzurePreview(door, new FlatMint(tokens, AZURE_PREVIEW)));
                };
        SocketDoor sockets = Doors.of(options, door, deployments(options), tokens);
        Meddler meddler = new Meddler(options.faults());
        return new Cast(
                meddler.before(new FaultyVendor(options, vendor)),
                meddler.beforeSockets(new FaultyDoor(options, tokens, sockets)),
                key,
                door.entra(),
                tokens);
    }

    private static Vendor openAi(SandboxOptions options, Secret key, TokenRegistry tokens) {
        GaMint mint = new GaMint(tokens, OPENAI);
        OpenAi openAi = new OpenAi(OpenAi.GA_ROUTE, key, tokens, body -> {
            GaShapes.REQUEST.check("", body);
            MODELS.check(body.path("session"), MissingNode.getInstance());
            return mint.mint(body);
        });
        Answer unplayed = OpenAi.error(501, Calls.MESSAGE, null, Calls.CODE);
        Set<String> gone = options.has(SandboxFault.MODEL_GONE) ? Set.of("gpt-live-transcribe") : Set.of();
        Vendor calls = new Calls("/v1/realtime/calls", openAi::refusalOfCall, unplayed, openAi);
        return new ModelList(openAi::unauthorized, gone, calls);
    }

    private static Vendor openAiBeta(Secret key, TokenRegistry tokens) {
        FlatMint mint = new FlatMint(tokens, OPENAI);
        return new OpenAi(OpenAi.BETA_ROUTE, key, tokens, body -> {
            FlatShapes.OPENAI_BETA.check("", body);
            return mint.mint(body);
        });
    }

    private static Vendor azure(SandboxOptions options, AzureDoor door, TokenRegistry tokens) {
        AzureGa azure = new AzureGa(door, deployments(options), new GaMint(tokens, AZURE));
        return new AzureGateway(new Calls(
                AzureSocket.ROUTE + "/calls",
                inquiry -> inquiry.bearer().filter(tokens::isValid).isPresent()
                        ? Optional.empty()
                        : Optional.of(AzureDoor.tokenForCallOnly()),
                AzureDoor.error(501, Calls.CODE, Calls.MESSAGE),
                azure));
    }

    private static Deployments deployments(SandboxOptions options) {
        Deployments deployments = Deployments.OF_ALL_MODELS;
        for (Map.Entry<String, String> deployment : options.deployments().entrySet()) {
            deployments = deployments.with(deployment.getKey(), deployment.getValue());
        }
        return deployments;
    }
}
