package dev.ephemint.server.upstream;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ephemint.server.credential.ApiKey;
import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.azure.AzureDialect;
import dev.ephemint.server.dialect.azure.AzureEndpoint;
import dev.ephemint.server.dialect.azure.AzurePreviewDialect;
import dev.ephemint.server.dialect.azure.Deployments;
import dev.ephemint.server.dialect.openai.OpenAiBetaDialect;
import dev.ephemint.server.dialect.openai.OpenAiDialect;
import dev.ephemint.server.dialect.openai.OpenAiEndpoint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CredentialRefused;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.sandbox.Sandbox;
import dev.ephemint.server.testing.TestLimits;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each dialect through the real exchange to the stand-in of its vendor, which was built from the recordings alone. */
class MintOverSandboxTest {

    private static final MintRequest REQUEST =
            MintRequest.of(json("{'session':{'type':'transcription','audio':{'input':"
                    + "{'transcription':{'model':'gpt-4o-transcribe'},'turn_detection':null}}}}"));

    @ParameterizedTest
    @MethodSource("everyDialect")
    void mintsWithEveryDialect(
            String name, Function<String, Dialect> dialect, Function<Secret, Credential> credential) {
        try (Sandbox sandbox = Sandbox.start(name, Clock.systemUTC());
                HttpExchange exchange = new HttpExchange(TestLimits.AMPLE, "test")) {
            DialectMint unit =
                    new DialectMint(dialect.apply(sandbox.uri().toString()), credential.apply(sandbox.key()), exchange);

            MintedToken token = unit.mint(REQUEST);

            assertThat(sandbox.isValid(token.value().reveal())).isTrue();
            assertThat(token.vendorRequestId()).isPresent();
            assertThat(token.response()
                            .at("/session/audio/input/turn_detection")
                            .isNull())
                    .isTrue();
            assertThat(token.response()
                            .at("/session/audio/input/transcription/model")
                            .asText())
                    .isEqualTo("gpt-4o-transcribe");
            assertThat(unit).hasToString("DialectMint{" + name + "}");
        }
    }

    @ParameterizedTest
    @MethodSource("everyDialect")
    void reportsARejectedKey(String name, Function<String, Dialect> dialect, Function<Secret, Credential> credential) {
        try (Sandbox sandbox = Sandbox.start(name, Clock.systemUTC());
                HttpExchange exchange = new HttpExchange(TestLimits.AMPLE, "test")) {
            DialectMint unit = new DialectMint(
                    dialect.apply(sandbox.uri().toString()),
                    credential.apply(new Secret("sk-planted-0123456789")),
                    exchange);

            MintFailedException failure = catchThrowableOfType(MintFailedException.class, () -> unit.mint(REQUEST));

            assertThat(failure.failure()).isInstanceOf(CredentialRefused.class);
            assertThat(failure + " " + failure.failure()).doesNotContain("planted", "sk-");
        }
    }

    static Stream<Arguments> everyDialect() {
        Function<Secret, Credential> openAi = key -> ApiKey.openAi(key, Optional.empty(), Optional.empty());
        Function<Secret, Credential> azure = ApiKey::azure;
        Deployments none = new Deployments(Map.of());
        return Stream.of(
                arguments("openai", dialect(url -> new OpenAiDialect(OpenAiEndpoint.of(url))), openAi),
                arguments("openai-beta", dialect(url -> new OpenAiBetaDialect(OpenAiEndpoint.of(url))), openAi),
                arguments("azure", dialect(url -> new AzureDialect(AzureEndpoint.of(url), none)), azure),
                arguments(
                        "azure-preview",
                        dialect(url -> new AzurePreviewDialect(AzureEndpoint.of(url), none, "2025-04-01-preview")),
                        azure));
    }

    private static Function<String, Dialect> dialect(Function<String, Dialect> dialect) {
        return dialect;
    }
}
