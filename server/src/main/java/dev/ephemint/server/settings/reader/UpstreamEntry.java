package dev.ephemint.server.settings.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.settings.AzureCredential;
import dev.ephemint.server.settings.AzureSettings;
import dev.ephemint.server.settings.NamedUpstream;
import dev.ephemint.server.settings.OpenAiSettings;
import dev.ephemint.server.settings.UpstreamSettings;
import dev.ephemint.server.settings.WorkloadIdentity;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one upstream of the section {@code upstreams}. */
record UpstreamEntry(String path, JsonNode entry, SecretReader secrets, Sources sources, Problems problems) {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final String KEY_FILE = "key-file";
    private static final String KEY_ENV = "key-env";
    private static final String OPENAI_TOKENS = "https://auth.openai.com/oauth/token";

    NamedUpstream read(String name, UpstreamSettings defaults) {
        DialectName dialect = DialectName.of(entry.path("dialect").asText()).orElseThrow();
        boolean azure = dialect.vendor() == VendorName.AZURE;
        UpstreamSettings upstream = new UpstreamSettings(
                dialect,
                text("url"),
                duration("connect-timeout", defaults.connectTimeout()),
                duration("timeout", defaults.timeout()),
                defaults.maxResponseBytes(),
                entry.path("max-connections").asInt(defaults.maxConnections()),
                defaults.breakerPercent(),
                defaults.breakerWait());
        Optional<Secret> key = key();
        NamedUpstream read = new NamedUpstream(
                name,
                upstream,
                openAi(azure ? Optional.empty() : key),
                azure(azure ? key : Optional.empty()),
                pairs("model-names"),
                list("models"));
        new UpstreamEntryChecks(path, entry, sources.insecure(), problems).check(upstream);
        return read;
    }

    private OpenAiSettings openAi(Optional<Secret> key) {
        return new OpenAiSettings(
                key, key.flatMap(used -> keyFile()), text("organization"), text("project"), identity());
    }

    private AzureSettings azure(Optional<Secret> key) {
        JsonNode entra = credential().path("entra");
        return new AzureSettings(
                entra.isMissingNode() ? AzureCredential.API_KEY : AzureCredential.ENTRA,
                key,
                key.flatMap(used -> keyFile()),
                entra.path("scope").asText(Property.AZURE_ENTRA_SCOPE.defaultValue()),
                entry.path("api-version").asText(Property.AZURE_API_VERSION.defaultValue()),
                pairs("deployments"));
    }

    private JsonNode credential() {
        return entry.path("credential");
    }

    private Optional<Secret> key() {
        if (credential().has(KEY_FILE)) {
            return secrets.ofFile(
                    path + ".credential." + KEY_FILE,
                    credential().path(KEY_FILE).asText());
        }
        return credential().has(KEY_ENV) ? ofVariable(credential().path(KEY_ENV).asText()) : Optional.empty();
    }

    private Optional<Path> keyFile() {
        return Optional.ofNullable(credential().get(KEY_FILE)).map(file -> Path.of(file.asText()));
    }

    private Optional<Secret> ofVariable(String variable) {
        String value = sources.environment().getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            problems.add(path + ".credential." + KEY_ENV, "the environment variable is not set");
            return Optional.empty();
        }
        return secrets.checked(path + ".credential." + KEY_ENV, value);
    }

    private Optional<WorkloadIdentity> identity() {
        return Optional.ofNullable(credential().get("workload-identity"))
                .map(identity -> new WorkloadIdentity(
                        Path.of(identity.path("token-file").asText()),
                        identity.path("token-type").asText("jwt"),
                        identity.path("identity-provider-id").asText(),
                        identity.path("service-account-id").asText(),
                        uri(identity.path("token-url").asText(OPENAI_TOKENS))));
    }

    private URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            problems.add(path + ".credential.workload-identity.token-url", "is not a URL");
            return URI.create(OPENAI_TOKENS);
        }
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(entry.get(key)).map(JsonNode::asText);
    }

    private Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        entry.path(key)
                .properties()
                .forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asText()));
        return pairs;
    }

    private List<String> list(String key) {
        List<String> items = new ArrayList<>();
        entry.path(key).forEach(item -> items.add(item.asText()));
        return items;
    }

    private Duration duration(String key, Duration standard) {
        if (!entry.has(key)) {
            return standard;
        }
        try {
            Duration duration = Duration.parse(entry.path(key).asText());
            if (!duration.isZero() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
            problems.add(path + "." + key, "must be greater than zero and at most PT1M");
        } catch (DateTimeParseException malformed) {
            problems.add(path + "." + key, "must be a duration such as PT2S or PT0.5S");
        }
        return standard;
    }
}
