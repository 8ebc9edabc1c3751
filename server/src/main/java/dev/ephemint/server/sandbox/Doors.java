package dev.ephemint.server.sandbox;

/** Which vendor's sockets are played. */
final class Doors {

    private Doors() {}

    static SocketDoor of(SandboxOptions options, AzureDoor azure, Deployments deployments, TokenRegistry tokens) {
        return switch (options.dialect()) {
            case "openai" -> new OpenAiSocket(azure.key(), openAi(new GaProtocol(true), tokens), false);
            case "openai-beta" ->
                new OpenAiSocket(azure.key(), openAi(new FlatProtocol(FlatShapes.OPENAI_BETA_SESSION), tokens), true);
            case "azure" ->
                new AzureSocket(
                        azure,
                        deployments,
                        new Stage(new GaProtocol(false), tokens, deployments::has, "DeploymentNotFound"));
            default ->
                new AzurePreviewSocket(
                        azure,
                        deployments,
                        new Stage(new FlatProtocol(FlatShapes.AZURE_PREVIEW), tokens, deployments::has, null),
                        options.socketRedirects());
        };
    }

    /** Nobody published what OpenAI does with a model that it does not know, once the socket is open. */
    private static Stage openAi(Protocol protocol, TokenRegistry tokens) {
        return new Stage(protocol, tokens, model -> true, null);
    }
}
