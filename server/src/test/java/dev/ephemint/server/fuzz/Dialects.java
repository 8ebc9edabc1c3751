package dev.ephemint.server.fuzz;

import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.azure.AzureDialect;
import dev.ephemint.server.dialect.azure.AzureEndpoint;
import dev.ephemint.server.dialect.azure.AzurePreviewDialect;
import dev.ephemint.server.dialect.azure.Deployments;
import dev.ephemint.server.dialect.openai.OpenAiBetaDialect;
import dev.ephemint.server.dialect.openai.OpenAiDialect;
import dev.ephemint.server.dialect.openai.OpenAiEndpoint;
import java.util.List;
import java.util.Map;

/** The four dialects, one of which a byte selects. */
final class Dialects {
    private static final Deployments DEPLOYMENTS = new Deployments(Map.of("gpt-4o-mini-transcribe", "ears"));
    private static final String AZURE = "https://res.openai.azure.com";
    private static final String OPENAI = "https://vendor.example/v1";

    private static final List<Dialect> ALL = List.of(
            new OpenAiDialect(OpenAiEndpoint.of(OPENAI)),
            new OpenAiBetaDialect(OpenAiEndpoint.of(OPENAI)),
            new AzureDialect(AzureEndpoint.of(AZURE), DEPLOYMENTS),
            new AzurePreviewDialect(AzureEndpoint.of(AZURE), DEPLOYMENTS, "2025-04-01-preview"));

    private Dialects() {}

    static Dialect of(byte selector) {
        return ALL.get(Math.floorMod(selector, ALL.size()));
    }
}
