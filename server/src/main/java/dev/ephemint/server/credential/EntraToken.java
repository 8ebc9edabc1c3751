package dev.ephemint.server.credential;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.AccessTokenCache;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import com.azure.core.util.ConfigurationSource;
import com.azure.identity.DefaultAzureCredentialBuilder;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A token of Microsoft Entra ID, obtained and renewed by azure-identity. There is one for an upstream: it holds azure-core's
 * cache, which keeps a token until five minutes before its expiry and lets concurrent callers share one request.
 */
public final class EntraToken implements Credential {

    private static final Logger LOG = LoggerFactory.getLogger(EntraToken.class);

    /** azure-identity's own switch, set to what a server can use unless the environment sets it. */
    private static final String CHAIN = "AZURE_TOKEN_CREDENTIALS";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final CredentialUnavailable UNAVAILABLE =
            new CredentialUnavailable("no Entra token could be obtained");

    private final TokenCredential credential;
    private final AccessTokenCache cache;
    private final EntraScope scope;
    private final Duration timeout;

    EntraToken(TokenCredential credential, EntraScope scope, Duration timeout) {
        this.credential = credential;
        this.cache = new AccessTokenCache(credential);
        this.scope = scope;
        this.timeout = timeout;
    }

    /** What this machine offers: a service principal, a workload identity or a managed identity. */
    public static EntraToken ofThisMachine(EntraScope scope) {
        Configuration environment = withChain(Configuration.getGlobalConfiguration());
        return of(new DefaultAzureCredentialBuilder().configuration(environment), scope);
    }

    /** The HTTP log is off regardless of the environment: it would show tokens. */
    static EntraToken of(DefaultAzureCredentialBuilder builder, EntraScope scope) {
        HttpLogOptions silent = new HttpLogOptions().setLogLevel(HttpLogDetailLevel.NONE);
        return new EntraToken(builder.httpLogOptions(silent).build(), scope, TIMEOUT);
    }

    @Override
    public Map<String, String> authentication() {
        return headers(token(timeout));
    }

    @Override
    public Map<String, String> authentication(Deadline deadline) {
        return headers(token(deadline.remaining(timeout)));
    }

    private static Map<String, String> headers(AccessToken token) {
        return Map.of("authorization", "Bearer " + token.getToken());
    }

    @Override
    public void probe() {
        token(timeout);
    }

    @Override
    public CredentialFacts describe() {
        AccessToken token = token(timeout);
        TokenClaims claims = TokenClaims.of(token.getToken());
        return new CredentialFacts(
                "entra",
                Optional.of(scope.value()),
                Optional.of(scope.other().value()),
                claims.audience(),
                claims.objectId(),
                Optional.of(token.getExpiresAt().toInstant()),
                List.of());
    }

    @Override
    public Optional<Credential> forOtherAudience() {
        return Optional.of(new EntraToken(credential, scope.other(), timeout));
    }

    private AccessToken token(Duration limit) {
        try {
            return cache.getToken(new TokenRequestContext().addScopes(scope.value()), false)
                    .blockOptional(limit)
                    .orElseThrow();
        } catch (RuntimeException failed) {
            throw unavailable(EntraFault.of(failed));
        }
    }

    private MintFailedException unavailable(EntraFault fault) {
        LOG.atWarn()
                .addKeyValue("scope", scope.value())
                .addKeyValue("kinds", fault.kinds())
                .addKeyValue("codes", fault.codes())
                .log("no Entra token could be obtained");
        return new MintFailedException(UNAVAILABLE);
    }

    /** A layer over the environment: the builder's shorter constructors write into what the whole process sees. */
    static Configuration withChain(Configuration environment) {
        ConfigurationSource none = path -> Map.of();
        return environment.contains(CHAIN)
                ? environment
                : new ConfigurationBuilder(none, none, path -> Map.of(CHAIN, "prod")).build();
    }

    @Override
    public String toString() {
        return "EntraToken[" + scope.value() + "]";
    }
}
