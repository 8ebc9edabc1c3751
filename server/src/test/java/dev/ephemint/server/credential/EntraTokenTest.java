package dev.ephemint.server.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import com.azure.core.util.ConfigurationSource;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

class EntraTokenTest {

    private static final UpstreamCall CALL = new UpstreamCall(
            URI.create("https://resource.openai.azure.com/openai/v1/realtime/client_secrets"),
            JsonNodeFactory.instance.objectNode());

    private final List<List<String>> asked = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    @Test
    void signsAsBearerWithATokenOfItsScope() {
        EntraToken unit = unit(issuing(Duration.ofHours(1)));

        assertThat(unit.sign(CALL)).isEqualTo(CALL.withHeader("authorization", "Bearer planted-1"));
        assertThat(asked).containsExactly(List.of("https://ai.azure.com/.default"));
    }

    @Test
    void authenticatesASocketWithTheSameToken() {
        EntraToken unit = unit(issuing(Duration.ofHours(1)));

        assertThat(unit.authentication()).containsExactly(entry("authorization", "Bearer planted-1"));
    }

    @Test
    void doesNotWaitBeyondTheDeadline() {
        EntraToken unit = unit(context -> Mono.never());

        assertThatThrownBy(() -> unit.sign(CALL, Deadline.within(Duration.ofMillis(20))))
                .isInstanceOf(MintFailedException.class);
    }

    @Test
    void reusesAValidToken() {
        EntraToken unit = unit(issuing(Duration.ofHours(1)));

        unit.probe();
        unit.sign(CALL);

        assertThat(unit.sign(CALL).headers()).containsEntry("authorization", "Bearer planted-1");
        assertThat(asked).hasSize(1);
    }

    @Test
    void renewsAnExpiredToken() {
        EntraToken unit = unit(issuing(Duration.ofSeconds(-1)));

        unit.sign(CALL);

        assertThat(unit.sign(CALL).headers()).containsEntry("authorization", "Bearer planted-2");
    }

    @Test
    void reusesATokenThatIsAboutToExpire() {
        EntraToken unit = unit(issuing(Duration.ofMinutes(4)));

        unit.sign(CALL);
        unit.sign(CALL);

        assertThat(asked).hasSize(1);
    }

    @Test
    void logsErrorCodesOfAFailureWithoutItsText() {
        EntraToken unit = unit(request -> Mono.error(new IllegalStateException("AADSTS700016: planted-9")));

        MintFailedException failure = catchThrowableOfType(MintFailedException.class, () -> unit.sign(CALL));

        assertThat(failure.failure()).isEqualTo(new CredentialUnavailable("no Entra token could be obtained"));
        assertThat(failure).hasNoCause().hasMessageNotContaining("planted");
        assertThat(log.list).singleElement().satisfies(event -> assertThat(
                        event.getFormattedMessage() + event.getKeyValuePairs())
                .isEqualTo("no Entra token could be obtained[scope=\"https://ai.azure.com/.default\","
                        + " kinds=\"[IllegalStateException]\", codes=\"[AADSTS700016]\"]"));
    }

    @Test
    void probeFailsWithoutAToken() {
        EntraToken unit = unit(request -> Mono.error(new IllegalStateException()));

        assertThatCode(unit::probe).isInstanceOf(MintFailedException.class);
    }

    @Test
    void failsAfterItsTimeout() {
        EntraToken unit = new EntraToken(request -> Mono.never(), EntraScope.DEFAULT, Duration.ofMillis(50));

        assertThatCode(() -> unit.sign(CALL)).isInstanceOf(MintFailedException.class);
    }

    @Test
    void recoversAfterAFailure() {
        EntraToken unit = unit(request -> {
            asked.add(request.getScopes());
            return asked.size() == 1
                    ? Mono.error(new IllegalStateException())
                    : Mono.just(new AccessToken("planted-2", in(Duration.ofHours(1))));
        });

        assertThatCode(unit::probe).isInstanceOf(MintFailedException.class);

        assertThat(unit.sign(CALL).headers()).containsEntry("authorization", "Bearer planted-2");
    }

    @Test
    void toStringShowsTheScopeOnly() {
        EntraToken unit = unit(issuing(Duration.ofHours(1)));
        unit.probe();

        assertThat(unit).hasToString("EntraToken[https://ai.azure.com/.default]");
    }

    @Test
    void requestsNoTokenOnCreation() {
        assertThat(EntraToken.ofThisMachine(EntraScope.DEFAULT))
                .hasToString("EntraToken[https://ai.azure.com/.default]");
    }

    @Test
    void usesProductionCredentialsUnlessConfigured() {
        ConfigurationSource none = path -> Map.of();
        Configuration silent = new ConfigurationBuilder(none, none, none).build();
        Configuration said =
                new ConfigurationBuilder(none, none, path -> Map.of("AZURE_TOKEN_CREDENTIALS", "dev")).build();

        assertThat(EntraToken.withChain(said)).isSameAs(said);
        assertThat(EntraToken.withChain(silent).get("AZURE_TOKEN_CREDENTIALS")).isEqualTo("prod");
        assertThat(Configuration.getGlobalConfiguration().contains("AZURE_TOKEN_CREDENTIALS"))
                .isFalse();
    }

    @Test
    void describesItsTokenWithoutShowingIt() {
        OffsetDateTime end = in(Duration.ofHours(1));
        String token = jwt("{\"aud\":\"https://ai.azure.com\",\"oid\":\"0b5c-1\"}");

        CredentialFacts facts =
                unit(request -> Mono.just(new AccessToken(token, end))).describe();

        assertThat(facts)
                .isEqualTo(new CredentialFacts(
                        "entra",
                        Optional.of("https://ai.azure.com/.default"),
                        Optional.of("https://cognitiveservices.azure.com/.default"),
                        Optional.of("https://ai.azure.com"),
                        Optional.of("0b5c-1"),
                        Optional.of(end.toInstant()),
                        List.of()));
        assertThat(facts.toString()).doesNotContain(token, token.split("\\.", -1)[1]);
    }

    @Test
    void createsACredentialForTheOtherAudience() {
        Credential sibling =
                unit(issuing(Duration.ofHours(1))).forOtherAudience().orElseThrow();

        sibling.sign(CALL);

        assertThat(asked).containsExactly(List.of("https://cognitiveservices.azure.com/.default"));
        assertThat(sibling.forOtherAudience().map(Object::toString))
                .contains("EntraToken[https://ai.azure.com/.default]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b", "..", "a.!!!.c", "a.bm90IGpzb24.c", "a.eyJhdWQiOnt9fQ.c"})
    void readsNoClaimsOfAnOpaqueToken(String token) {
        assertThat(TokenClaims.of(token)).isEqualTo(new TokenClaims(Optional.empty(), Optional.empty()));
    }

    @Test
    void readsTheFirstAudienceAndIgnoresInvalidClaims() {
        assertThat(TokenClaims.of(jwt("{\"aud\":[\"a\",\"b\"],\"oid\":\"<script>\"}")))
                .isEqualTo(new TokenClaims(Optional.of("a"), Optional.empty()));
    }

    private static String jwt(String claims) {
        return "eyJhbGciOiJub25lIn0."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2lnbmVk";
    }

    private TokenCredential issuing(Duration lifetime) {
        return request -> {
            asked.add(request.getScopes());
            return Mono.just(new AccessToken("planted-" + asked.size(), in(lifetime)));
        };
    }

    private static OffsetDateTime in(Duration lifetime) {
        return OffsetDateTime.now(ZoneOffset.UTC).plus(lifetime);
    }

    private static EntraToken unit(TokenCredential credential) {
        return new EntraToken(credential, EntraScope.DEFAULT, Duration.ofSeconds(5));
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(EntraToken.class);
    }
}
