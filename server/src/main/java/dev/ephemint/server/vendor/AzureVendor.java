package dev.ephemint.server.vendor;

import dev.ephemint.server.credential.ApiKey;
import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.credential.EntraScope;
import dev.ephemint.server.credential.EntraToken;
import dev.ephemint.server.credential.TokenExchange;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.dialect.azure.AzureDialect;
import dev.ephemint.server.dialect.azure.AzureEndpoint;
import dev.ephemint.server.dialect.azure.AzurePreviewDialect;
import dev.ephemint.server.dialect.azure.Deployments;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.policy.CredentialHints;
import dev.ephemint.server.settings.AzureCredential;
import dev.ephemint.server.settings.AzureSettings;
import dev.ephemint.server.settings.Settings;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Azure OpenAI: GA and the preview, with deployments, by key or by Entra. */
final class AzureVendor implements Vendor {

    @Override
    public String exampleUrl() {
        return "https://my-resource.openai.azure.com";
    }

    @Override
    public Endpoint endpoint(String pasted) {
        return AzureEndpoint.of(pasted);
    }

    @Override
    public Map<DialectName, BiFunction<Settings, Endpoint, Dialect>> dialects() {
        return Map.of(
                DialectName.AZURE,
                (settings, endpoint) -> new AzureDialect(endpoint, deployments(settings)),
                DialectName.AZURE_PREVIEW,
                (settings, endpoint) -> new AzurePreviewDialect(
                        endpoint, deployments(settings), settings.azure().apiVersion()));
    }

    private static Deployments deployments(Settings settings) {
        return new Deployments(settings.azure().deployments());
    }

    @Override
    public Credential credential(Settings settings, Consumer<Secret> onKey, TokenExchange tokens) {
        AzureSettings azure = settings.azure();
        return azure.credential() == AzureCredential.ENTRA
                ? EntraToken.ofThisMachine(new EntraScope(azure.entraScope()))
                : KeyCredentials.of(azure.apiKey().orElseThrow(), azure.apiKeyFile(), onKey, ApiKey::azure);
    }

    @Override
    public Credential ofKey(Secret key) {
        return ApiKey.azure(key);
    }

    @Override
    public CredentialHints credentialHints() {
        return new CredentialHints(
                "check azure.api-key, or azure.entra-scope and the role of the identity",
                "check the role of the key or identity, and the network rules of the Azure resource");
    }
}
