package dev.ephemint.server.app;

import dev.ephemint.server.credential.ApiKey;
import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.credential.EntraScope;
import dev.ephemint.server.credential.EntraToken;
import dev.ephemint.server.credential.KeyFile;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.dialect.azure.AzureDialect;
import dev.ephemint.server.dialect.azure.AzureEndpoint;
import dev.ephemint.server.dialect.azure.AzurePreviewDialect;
import dev.ephemint.server.dialect.azure.Deployments;
import dev.ephemint.server.dialect.openai.OpenAiBetaDialect;
import dev.ephemint.server.dialect.openai.OpenAiDialect;
import dev.ephemint.server.dialect.openai.OpenAiEndpoint;
import dev.ephemint.server.http.PlayedVendor;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.settings.AzureCredential;
import dev.ephemint.server.settings.AzureSettings;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.DialectName;
import dev.ephemint.server.settings.OpenAiSettings;
import dev.ephemint.server.settings.Property;
import dev.ephemint.server.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who mints: where it is, how it is spoken to, and what it knows us by.
 *
 * @param played what serves its sockets and calls on our own port, if this process plays it
 */
public record Vendor(Endpoint endpoint, Dialect dialect, Credential credential, Optional<PlayedVendor> played) {

    private static final Secret EXAMPLE = new Secret("example");

    /** The configured vendor. */
    public static Vendor of(Settings settings, String url) {
        Endpoint endpoint = endpoint(settings, url);
        return new Vendor(endpoint, dialect(settings, endpoint), credential(settings), Optional.empty());
    }

    /** A stand-in for the configured dialect's vendor, which takes this key. */
    public static Vendor standIn(Settings settings, String url, Secret key) {
        Endpoint endpoint = endpoint(settings, url);
        Credential credential = settings.upstream().dialect().isAzure()
                ? ApiKey.azure(key)
                : ApiKey.openAi(key, Optional.empty(), Optional.empty());
        return new Vendor(endpoint, dialect(settings, endpoint), credential, Optional.empty());
    }

    Vendor playedBy(PlayedVendor player) {
        return new Vendor(endpoint, dialect, credential, Optional.of(player));
    }

    /** The vendor's published address, for showing only; nothing there takes this key. */
    public static Vendor example(Settings settings) {
        boolean azure = settings.upstream().dialect().isAzure();
        return standIn(settings, azure ? "https://my-resource.openai.azure.com" : "https://api.openai.com", EXAMPLE);
    }

    private static Endpoint endpoint(Settings settings, String url) {
        try {
            return settings.upstream().dialect().isAzure() ? AzureEndpoint.of(url) : OpenAiEndpoint.of(url);
        } catch (IllegalArgumentException refused) {
            throw new BadSettingsException(List.of(Property.UPSTREAM_URL.key() + ": " + refused.getMessage()));
        }
    }

    private static Dialect dialect(Settings settings, Endpoint endpoint) {
        AzureSettings azure = settings.azure();
        return switch (settings.upstream().dialect()) {
            case OPENAI -> new OpenAiDialect(endpoint);
            case OPENAI_BETA -> new OpenAiBetaDialect(endpoint);
            case AZURE -> new AzureDialect(endpoint, new Deployments(azure.deployments()));
            case AZURE_PREVIEW ->
                new AzurePreviewDialect(endpoint, new Deployments(azure.deployments()), azure.apiVersion());
        };
    }

    private static Credential credential(Settings settings) {
        DialectName dialect = settings.upstream().dialect();
        return dialect.isAzure() ? azure(settings.azure()) : openAi(settings.openai());
    }

    private static Credential azure(AzureSettings azure) {
        return azure.credential() == AzureCredential.ENTRA
                ? EntraToken.ofThisMachine(new EntraScope(azure.entraScope()))
                : key(azure.apiKey().orElseThrow(), azure.apiKeyFile(), ApiKey::azure);
    }

    private static Credential openAi(OpenAiSettings openai) {
        return key(
                openai.apiKey().orElseThrow(),
                openai.apiKeyFile(),
                key -> ApiKey.openAi(key, openai.organization(), openai.project()));
    }

    private static Credential key(Secret key, Optional<Path> file, Function<Secret, ApiKey> form) {
        return file.<Credential>map(path -> new KeyFile(path, key, hiddenInLog(form)))
                .orElseGet(() -> form.apply(key));
    }

    /** Every key that the file ever holds is hidden in the log before it is used. */
    private static Function<Secret, ApiKey> hiddenInLog(Function<Secret, ApiKey> form) {
        return key -> {
            Logging.alsoHide(key.redactor());
            return form.apply(key);
        };
    }
}
