package dev.ephemint.server.vendor;

import dev.ephemint.server.credential.ApiKey;
import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.credential.IdentityRequest;
import dev.ephemint.server.credential.TokenExchange;
import dev.ephemint.server.credential.WorkloadToken;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.dialect.openai.OpenAiBetaDialect;
import dev.ephemint.server.dialect.openai.OpenAiDialect;
import dev.ephemint.server.dialect.openai.OpenAiEndpoint;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.policy.CredentialHints;
import dev.ephemint.server.settings.OpenAiSettings;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.WorkloadIdentity;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** OpenAI, and servers that speak as OpenAI does. */
final class OpenAiVendor implements Vendor {

    @Override
    public String exampleUrl() {
        return "https://api.openai.com";
    }

    @Override
    public Endpoint endpoint(String pasted) {
        return OpenAiEndpoint.of(pasted);
    }

    @Override
    public Map<DialectName, BiFunction<Settings, Endpoint, Dialect>> dialects() {
        return Map.of(
                DialectName.OPENAI, (settings, endpoint) -> new OpenAiDialect(endpoint),
                DialectName.OPENAI_BETA, (settings, endpoint) -> new OpenAiBetaDialect(endpoint));
    }

    @Override
    public Credential credential(Settings settings, Consumer<Secret> onKey, TokenExchange tokens) {
        OpenAiSettings openai = settings.openai();
        return openai.identity()
                .<Credential>map(identity -> new WorkloadToken(
                        request(identity),
                        ApiKey.openAiAccount(openai.organization(), openai.project()),
                        tokens,
                        onKey,
                        Clock.systemUTC()))
                .orElseGet(() -> KeyCredentials.of(
                        openai.apiKey().orElseThrow(),
                        openai.apiKeyFile(),
                        onKey,
                        key -> ApiKey.openAi(key, openai.organization(), openai.project())));
    }

    private static IdentityRequest request(WorkloadIdentity identity) {
        return new IdentityRequest(
                identity.tokenUrl(),
                identity.tokenFile(),
                identity.tokenType(),
                identity.identityProviderId(),
                identity.serviceAccountId());
    }

    @Override
    public Credential ofKey(Secret key) {
        return ApiKey.openAi(key, Optional.empty(), Optional.empty());
    }

    @Override
    public CredentialHints credentialHints() {
        return new CredentialHints(
                "check openai.api-key", "check the permissions, project and region of openai.api-key");
    }
}
