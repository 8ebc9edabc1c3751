package dev.ephemint.server.sandbox;

import java.util.Set;

/** The paths at which a vendor takes sockets and calls; it mints at others. */
final class SessionPaths {

    private static final String CALLS = "/calls";

    private SessionPaths() {}

    static Set<String> of(String dialect) {
        return switch (dialect) {
            case "openai" -> Set.of(OpenAiSocket.ROUTE, OpenAiSocket.ROUTE + CALLS);
            case "openai-beta" -> Set.of(OpenAiSocket.ROUTE);
            case "azure" -> Set.of(AzureSocket.ROUTE, AzureSocket.ROUTE + CALLS);
            default -> Set.of(AzurePreviewSocket.ROUTE);
        };
    }
}
