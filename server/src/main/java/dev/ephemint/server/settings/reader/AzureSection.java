package dev.ephemint.server.settings.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.settings.AzureCredential;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.UpstreamSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The settings of Azure OpenAI. */
final class AzureSection implements VendorSection {

    private static final String REFUSED_SCOPE = "is not accepted by Azure OpenAI; use https://ai.azure.com/.default or"
            + " https://cognitiveservices.azure.com/.default";
    private static final String REFUSED_VERSION =
            "the GA routes respond with 401 to an api-version; remove it or use dialect azure-preview";

    @Override
    public String vendor() {
        return "Azure";
    }

    @Override
    public String prefix() {
        return "azure.";
    }

    @Override
    public Property key() {
        return Property.AZURE_API_KEY;
    }

    @Override
    public Property keyFile() {
        return Property.AZURE_API_KEY_FILE;
    }

    @Override
    public String keyVariable() {
        return "AZURE_OPENAI_API_KEY";
    }

    @Override
    public Optional<Property> otherCredential(Map<Property, String> set) {
        return AzureCredential.ENTRA.toString().equals(set.get(Property.AZURE_CREDENTIAL))
                ? Optional.of(Property.AZURE_CREDENTIAL)
                : Optional.empty();
    }

    @Override
    public String howToConfigure() {
        return "upstream.dialect=azure, with the key in azure.api-key (or azure.credential=entra)";
    }

    @Override
    public String howToAuthenticate() {
        return "azure.api-key, azure.api-key-file or azure.credential=entra";
    }

    /**
     * Azure detects turns of this model (2026-10-06), and has shut the first version of {@code gpt-4o-transcribe} down
     * (2026-10-15).
     */
    @Override
    public String defaultModel() {
        return "gpt-live-transcribe";
    }

    @Override
    public void check(Settings settings, Values values, Problems problems) {
        boolean entra = settings.azure().credential() == AzureCredential.ENTRA;
        if (entra && settings.azure().apiKey().isPresent()) {
            problems.add(Property.AZURE_CREDENTIAL, "is entra, but a key is set too; remove one of them");
        }
        if (isRefusedScope(settings.azure().entraScope())) {
            problems.add(Property.AZURE_ENTRA_SCOPE, REFUSED_SCOPE);
        }
        checkDialect(settings.upstream().dialect(), values, problems);
    }

    /** Azure's GA routes respond with 401 to a dated api-version: Microsoft's GA migration guide, seen 2026-11-21. */
    private static void checkDialect(DialectName dialect, Values values, Problems problems) {
        if (dialect == DialectName.AZURE && values.isSet(Property.AZURE_API_VERSION)) {
            problems.add(Property.AZURE_API_VERSION, REFUSED_VERSION);
        }
    }

    private static boolean isRefusedScope(String scope) {
        return scope.startsWith("https://openai.azure.com");
    }

    @Override
    public List<String> ownMembers() {
        return List.of("deployments", "api-version", "credential.entra");
    }

    @Override
    public void checkEntry(UpstreamSettings upstream, JsonNode entry, BiConsumer<String, String> report) {
        if (isRefusedScope(entry.at("/credential/entra/scope").asText())) {
            report.accept("credential.entra.scope", REFUSED_SCOPE);
        }
        if (upstream.dialect() == DialectName.AZURE && entry.has("api-version")) {
            report.accept("api-version", REFUSED_VERSION);
        }
    }
}
