package dev.ephemint.server.sandbox;

/** Which vendor's sockets are played. */
final class SandboxSockets {

    private SandboxSockets() {}

    static SocketEndpoint of(
            SandboxOptions options, AzureAccess azure, SandboxDeployments deployments, TokenRegistry tokens) {
        return switch (options.dialect()) {
            case "openai" ->
                new OpenAiSocket(
                        azure.key(),
                        openAi(options, new GaProtocol(new OpenAiModels()), new OpenAiModels(), tokens),
                        false);
            case "openai-beta" ->
                new OpenAiSocket(
                        azure.key(),
                        openAi(
                                options,
                                new FlatProtocol(FlatShapes.OPENAI_BETA_SESSION),
                                VendorModels.ofBeta(),
                                tokens),
                        true);
            case "azure" ->
                bySchema(
                        new AzureSocket(
                                azure,
                                deployments,
                                azure(options, new GaProtocol(new AzureModels(deployments)), deployments, tokens)),
                        new AzureSocket(
                                azure,
                                deployments,
                                azure(options, new FlatProtocol(FlatShapes.AZURE_PREVIEW), deployments, tokens)));
            default ->
                new AzurePreviewSocket(
                        azure,
                        deployments,
                        new SocketContext(
                                protocol(options, new FlatProtocol(FlatShapes.AZURE_PREVIEW)),
                                new AzureModels(deployments),
                                tokens,
                                deployments::has,
                                null),
                        options.has(SandboxFault.SOCKET_REDIRECTS));
        };
    }

    /** The beta's header pins the old schema (Microsoft's migration guide, 2026). */
    private static SocketEndpoint bySchema(AzureSocket ga, AzureSocket old) {
        return request -> request.header("openai-beta")
                        .filter(value -> value.contains("realtime=v1"))
                        .isPresent()
                ? old.accept(request)
                : ga.accept(request);
    }

    private static SocketContext azure(
            SandboxOptions options, Protocol protocol, SandboxDeployments deployments, TokenRegistry tokens) {
        return new SocketContext(
                protocol(options, protocol),
                new AzureModels(deployments),
                tokens,
                deployments::has,
                "DeploymentNotFound");
    }

    /** Nobody published what OpenAI does with a model that it does not know, once the socket is open. */
    private static SocketContext openAi(
            SandboxOptions options, Protocol protocol, VendorModels models, TokenRegistry tokens) {
        boolean gone = options.has(SandboxFault.MODEL_GONE);
        boolean fails = gone || options.has(SandboxFault.TRANSCRIPTION_FAILS);
        return new SocketContext(
                protocol(options, protocol), models, tokens, model -> !fails, gone ? "model_not_found" : null);
    }

    private static Protocol protocol(SandboxOptions options, Protocol protocol) {
        return options.has(SandboxFault.SILENT) ? new SilentProtocol(protocol) : protocol;
    }
}
