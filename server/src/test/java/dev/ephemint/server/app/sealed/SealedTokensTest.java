package dev.ephemint.server.app.sealed;

import static dev.ephemint.server.app.sealed.SealedService.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.app.sealed.SealedService.Reply;
import dev.ephemint.server.settings.BadSettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From the mint to the exchange, and every misuse of a sealed token. */
final class SealedTokensTest {

    private final Path folder;
    private final SealedService service;

    SealedTokensTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.service = new SealedService(folder, Map.of());
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aMintReturnsASealedTokenAndNothingOfTheVendors() throws Exception {
        Reply minted = service.mint(service.key.reveal());

        assertThat(minted.status()).isEqualTo(200);
        assertThat(minted.value()).startsWith("eps_a.");
        assertThat(minted.body().toString()).doesNotContain("ek_sandbox_");
        assertThat(minted.body().path("expires_at").asLong())
                .isEqualTo(service.now.get().getEpochSecond() + 60);
        assertThat(minted.body().at("/connect/webrtc").isNull()).isTrue();
        assertThat(minted.body().at("/connect/warnings").toString()).contains("sealed_token");
        assertThat(minted.body().at("/session/type").asText()).isEqualTo("transcription");
    }

    @Test
    void anExchangeReturnsTheVendorsTokenWithItsConnection() throws Exception {
        Reply exchanged = service.exchange(service.sealed(), "origin", ORIGIN);

        assertThat(exchanged.status()).isEqualTo(200);
        assertThat(exchanged.value()).startsWith("ek_sandbox_");
        assertThat(exchanged.body().at("/connect/websocket/url").asText()).startsWith("ws://127.0.0.1");
        assertThat(exchanged.body().at("/connect/constraints").isEmpty()).isFalse();
        assertThat(exchanged.body().path("expires_at").asLong())
                .isGreaterThan(service.now.get().getEpochSecond() + 500);
    }

    @Test
    void tokensOfOtherPoliciesAreNotSealed() throws Exception {
        assertThat(service.mint(service.other.reveal()).value()).startsWith("ek_sandbox_");
    }

    @Test
    void aTokenIsExchangedOnce() throws Exception {
        String sealed = service.sealed();

        assertThat(service.exchange(sealed).status()).isEqualTo(200);
        assertRefused(service.exchange(sealed), 403, "sealed_token_used");
        assertRefused(service.exchange(sealed), 403, "sealed_token_used");
    }

    @Test
    void ofManyExchangesAtOnceOneSucceeds() throws Exception {
        String sealed = service.sealed();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Integer> statuses = new ArrayList<>();
        try {
            Callable<Integer> exchange = () -> service.exchange(sealed).status();
            for (Future<Integer> one : threads.invokeAll(List.of(
                    exchange, exchange, exchange, exchange, exchange, exchange, exchange, exchange, exchange, exchange,
                    exchange, exchange))) {
                statuses.add(one.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 403).hasSize(11);
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        String sealed = service.sealed();
        service.now.updateAndGet(time -> time.plusSeconds(60));

        assertRefused(service.exchange(sealed), 401, "invalid_api_key");
    }

    @Test
    void aTokenThatABrowserMintedIsBoundToItsOrigin() throws Exception {
        String sealed = service.mint(service.key.reveal(), "origin", ORIGIN).value();

        assertRefused(service.exchange(sealed), 403, "origin_not_allowed");
        assertRefused(service.exchange(sealed, "origin", "https://evil.example"), 403, "origin_not_allowed");
        assertRefused(service.exchange(sealed, "origin", ORIGIN + ":8443"), 403, "origin_not_allowed");
        assertThat(service.exchange(sealed, "origin", ORIGIN).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatAServerMintedIsExchangedFromConfiguredOriginsOnly() throws Exception {
        try (SealedService strict = new SealedService(folder, Map.of("sealed.origins", ORIGIN))) {
            String sealed = strict.sealed();

            assertRefused(strict.exchange(sealed), 403, "origin_not_allowed");
            assertRefused(strict.exchange(sealed, "origin", "null"), 403, "origin_not_allowed");
            assertThat(strict.exchange(sealed, "origin", ORIGIN).status()).isEqualTo(200);
        }
    }

    @Test
    void anotherCallersCredentialBesideItIsRefused() throws Exception {
        assertRefused(service.exchange(service.sealed(), "api-key", service.other.reveal()), 400, "ambiguous_api_key");
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of("garbage", "eps_a.AAAA"),
                Arguments.of("prefix only", "eps_"),
                Arguments.of("unknown key", "eps_zzz.%REST%"),
                Arguments.of("truncated", "eps_a.%SHORT%"),
                Arguments.of("longer", "eps_a.%REST%AAAA"),
                Arguments.of("other version", "eps2_a.%REST%"),
                Arguments.of("twice", "eps_a.%REST%eps_a.%REST%"),
                Arguments.of("changed", "eps_a.%FLIPPED%"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aForgeryIsRefusedAndNothingSaysWhy(String name, String form) throws Exception {
        String rest = service.sealed().substring("eps_a.".length());
        String flipped = (rest.charAt(40) == 'A' ? 'B' : 'A') + rest.substring(41);
        Reply refused = service.exchange(form.replace("%REST%", rest)
                .replace("%SHORT%", rest.substring(0, rest.length() - 1))
                .replace("%FLIPPED%", rest.substring(0, 40) + flipped));

        assertRefused(refused, 401, "invalid_api_key");
        assertThat(refused.body().at("/error/message").asText())
                .isEqualTo("API key or token not valid here. Check it, or ask the operator for one.");
    }

    @Test
    void aTokenOfAnotherDeploymentIsRefused(@TempDir Path elsewhere) throws Exception {
        try (SealedService other = new SealedService(elsewhere, Map.of())) {
            Files.writeString(other.keys, SealedService.line("a", 8));
        }
        Path foreign = Files.writeString(elsewhere.resolve("foreign.keys"), SealedService.line("a", 8));
        try (SealedService other = new SealedService(elsewhere, Map.of("sealed.keys-file", foreign.toString()))) {
            assertRefused(service.exchange(other.sealed()), 401, "invalid_api_key");
        }
    }

    @Test
    void aKeyThatWasRemovedOpensNothing() throws Exception {
        Path old = Files.writeString(folder.resolve("old.keys"), SealedService.line("b", 9));
        try (SealedService before = new SealedService(folder, Map.of("sealed.keys-file", old.toString()))) {
            assertRefused(service.exchange(before.sealed()), 401, "invalid_api_key");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_secrets | {\"session\":{\"type\":\"transcription\"}} | 400 | unsupported_parameter",
                "client_secrets | {\"expires_after\":{\"anchor\":\"created_at\",\"seconds\":60}} | 400 | unsupported_parameter",
                "client_secrets | {\"x\":null} | 400 | unsupported_parameter",
                "transcription_sessions | {} | 403 | endpoint_not_allowed",
            })
    void mintsNothingAndIsStillGoodAfterAMistake(String operation, String body, int status, String code)
            throws Exception {
        String sealed = service.sealed();

        assertRefused(service.post(operation, body, sealed), status, code);
        assertRefused(service.exchange(sealed, "openai-safety-identifier", "ann"), 400, "unsupported_parameter");
        assertThat(service.exchange(sealed).status()).isEqualTo(200);
    }

    @Test
    void countsInNoLimit() throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(service.exchange(service.sealed()).status()).isEqualTo(200);
        }
        assertThat(service.mint(service.key.reveal()).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sealed.policies | other | sealed.policies: policies has no other",
                "sealed.lifetime | PT0S | sealed.lifetime: must be at least PT1S",
                "sealed.lifetime | PT1H | sealed.lifetime: must be at most PT10M",
                "sealed.origins | captions.example | sealed.origins: ",
                "admission.replicas | 2 | sealed.keys-file: requires admission.redis-url",
                "sealed.keys-file | pom.xml | sealed.keys-file: must be a file with a line for each key",
            })
    void whatCannotWorkStopsTheStart(String property, String value, String problem) {
        assertThatThrownBy(() -> new SealedService(folder, Map.of(property, value)))
                .isInstanceOfSatisfying(BadSettingsException.class, failed -> assertThat(failed.problems())
                        .anyMatch(found -> found.startsWith(problem)));
    }

    private static void assertRefused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.body().toString()).doesNotContain("ek_", "eps_", "web", "default");
    }
}
