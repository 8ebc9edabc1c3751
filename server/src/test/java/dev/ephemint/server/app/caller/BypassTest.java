package dev.ephemint.server.app.caller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.RSAKey;
import dev.ephemint.server.app.Facade;
import dev.ephemint.server.caller.CallerKey;
import dev.ephemint.server.caller.TestIssuer;
import dev.ephemint.server.caller.TestKeys;
import dev.ephemint.server.http.LogCapture;
import dev.ephemint.server.http.RunningEdge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways around the check of callers: one table, each line with the response that it gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BypassTest {

    private static final String PATH = "/v1/realtime/client_secrets";
    private static final String BODY =
            "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":"
                    + "{\"model\":\"gpt-4o-transcribe\"}}}}}";
    private static final String REALM = "Bearer realm=\"ephemint\"";

    private final CallerKey key = CallerKey.random();
    private final CallerKey expired = CallerKey.random();
    private final CallerKey revoked = CallerKey.random();
    private final TestIssuer issuer;
    private final RSAKey attackers;
    private Facade facade;

    BypassTest() throws Exception {
        this.issuer = new TestIssuer();
        this.attackers = TestIssuer.newKey("first");
    }

    @BeforeAll
    void start() {
        facade = Facade.start(Map.of(
                "server.port",
                "0",
                "auth.pepper",
                TestKeys.PEPPER,
                "callers",
                "{web: {keys: [" + TestKeys.entry(key) + ", "
                        + TestKeys.entry(expired, ", not-after: '2026-01-01T00:00:00Z'")
                        + "], tokens: [{issuer: corp, id: app-1}]}}",
                "issuers",
                issuer.section(", required-claims: [sub, iat]")));
    }

    @AfterAll
    void stop() {
        facade.close();
        issuer.close();
    }

    /**
     * One attempt.
     *
     * @param challenge the value of WWW-Authenticate after the realm; null if there is no such header
     */
    record Attempt(
            String name,
            List<String> headers,
            int status,
            @Nullable String code,
            @Nullable String challenge) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attempts")
    void isRefused(Attempt attempt) throws Exception {
        try (LogCapture log = LogCapture.open()) {
            RawResponse response = RawResponse.post(facade.uri(), PATH, attempt.headers(), BODY, BODY.length());

            assertThat(response.status()).as(response.body()).isEqualTo(attempt.status());
            JsonNode error = RunningEdge.json(response.body()).path("error");
            assertThat(error.path("code").textValue()).isEqualTo(attempt.code());
            assertThat(error.path("type").textValue()).isEqualTo("invalid_request_error");
            assertThat(response.header("www-authenticate").orElse(null))
                    .isEqualTo(attempt.challenge() == null ? null : REALM + attempt.challenge());
            for (String header : attempt.headers()) {
                String credential = header.replaceFirst("^\\S+ *:?\\s*", "").replaceFirst("^\\S+ ", "");
                if (credential.length() > 20) {
                    assertThat(response.toString()).doesNotContain(credential);
                    assertThat(log.lines()).noneMatch(line -> line.contains(credential));
                }
            }
        }
    }

    List<Attempt> attempts() throws Exception {
        List<Attempt> table = new ArrayList<>();
        table.add(new Attempt("no key", List.of(), 401, "invalid_api_key", ""));
        table.add(new Attempt(
                "key in another header", List.of("X-Api-Key: " + key.reveal()), 401, "invalid_api_key", ""));
        table.add(new Attempt(
                "two keys",
                List.of(bearer(key), bearer(revoked)),
                400,
                "ambiguous_api_key",
                ", error=\"invalid_request\""));
        table.add(new Attempt(
                "the same key twice",
                List.of(bearer(key), bearer(key)),
                400,
                "ambiguous_api_key",
                ", error=\"invalid_request\""));
        table.add(new Attempt(
                "two keys in two headers",
                List.of(bearer(revoked), "api-key: " + key.reveal()),
                400,
                "ambiguous_api_key",
                ", error=\"invalid_request\""));
        table.add(new Attempt(
                "9,000 characters", List.of("Authorization: Bearer " + "a".repeat(9_000)), 431, null, null));
        table.add(
                new Attempt("a folded header", List.of("Authorization: Bearer", " " + key.reveal()), 400, null, null));
        table.add(new Attempt(
                "a space before the colon", List.of("Authorization : Bearer " + key.reveal()), 400, null, null));
        BiConsumer<String, String> invalid = (name, header) ->
                table.add(new Attempt(name, List.of(header), 401, "invalid_api_key", ", error=\"invalid_token\""));
        keys(invalid);
        tokens((name, token) -> invalid.accept(name, "Authorization: Bearer " + token));
        table.add(new Attempt(
                "token of an unknown caller",
                List.of("Authorization: Bearer " + issuer.token(claims -> claims.subject("app-2"))),
                403,
                "caller_not_allowed",
                ", error=\"insufficient_scope\""));
        return table;
    }

    private void keys(BiConsumer<String, String> invalid) {
        String last = key.reveal().endsWith("0") ? "1" : "0";
        String changed = key.reveal().substring(0, key.reveal().length() - 1) + last;
        invalid.accept("wrong key", "Authorization: Bearer wrong");
        invalid.accept("key of no caller", bearer(CallerKey.random()));
        invalid.accept("revoked key", bearer(revoked));
        invalid.accept("expired key", bearer(expired));
        invalid.accept("known id, other secret", bearer(TestKeys.forged(key)));
        invalid.accept("one character changed", "Authorization: Bearer " + changed);
        invalid.accept("upper case", "Authorization: Bearer " + key.reveal().toUpperCase(java.util.Locale.ROOT));
        invalid.accept("the hash as key", "api-key: " + TestKeys.entry(key).replaceAll(".*hash: '|'}", ""));
        invalid.accept("key after a key", "Authorization: Bearer " + revoked.reveal() + " " + key.reveal());
        invalid.accept("keys after commas", "Authorization: Bearer " + revoked.reveal() + ", Bearer " + key.reveal());
        invalid.accept("key in quotes", "Authorization: Bearer \"" + key.reveal() + "\"");
        invalid.accept("a tab", "Authorization: Bearer\t" + key.reveal());
        invalid.accept("another scheme", "Authorization: Basic " + key.reveal());
        invalid.accept("no scheme", "Authorization: " + key.reveal());
        invalid.accept("an empty key", "api-key: ");
        invalid.accept("vendor's key form", "Authorization: Bearer sk-proj-abcdefghijklmnop123456");
        invalid.accept("7,000 characters", "Authorization: Bearer " + "a".repeat(7_000));
        invalid.accept("minted token's form", "Authorization: Bearer ek_68af296e8e408191a1120ab6383263c2");
    }

    private void tokens(BiConsumer<String, String> invalid) throws Exception {
        Instant now = Instant.now();
        String token = issuer.token();
        String payload = token.split("\\.", -1)[1];
        invalid.accept("alg none", TestIssuer.unsigned());
        invalid.accept("signature removed", token.substring(0, token.lastIndexOf('.') + 1));
        invalid.accept("HS256 with the public key", issuer.signedWithThePublicKey());
        invalid.accept(
                "other payload",
                token.replace(payload, issuer.token(c -> c.subject("app-2")).split("\\.", -1)[1]));
        invalid.accept("wrong audience", issuer.token(claims -> claims.audience("other")));
        invalid.accept("no audience", issuer.token(claims -> claims.audience(List.of())));
        invalid.accept("wrong issuer", issuer.token(claims -> claims.issuer("https://other.example")));
        invalid.accept("no issuer", issuer.token(claims -> claims.issuer(null)));
        invalid.accept("expired token", issuer.token(claims -> claims.expirationTime(Date.from(now.minusSeconds(90)))));
        invalid.accept("no expiry", issuer.token(claims -> claims.expirationTime(null)));
        invalid.accept("not yet valid", issuer.token(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(90)))));
        invalid.accept("no required claim", issuer.token(claims -> claims.issueTime(null)));
        invalid.accept("caller with a line break", issuer.token(claims -> claims.subject("app-1\napp-1")));
        invalid.accept("known kid, other key", TestIssuer.signed(attackers, header -> header, claims -> claims));
        invalid.accept("unknown kid", TestIssuer.signed(TestIssuer.newKey("second"), h -> h, claims -> claims));
        invalid.accept(
                "own key in the header",
                TestIssuer.signed(attackers, header -> header.keyID(null).jwk(attackers.toPublicJWK()), c -> c));
    }

    private static String bearer(CallerKey key) {
        return "Authorization: Bearer " + key.reveal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer %s", "authorization: bearer  %s", "api-key: %s", "API-KEY:%s  "})
    void acceptsAKeyInEveryFormThatClientsSend(String header) throws Exception {
        List<String> headers = List.of(header.formatted(key.reveal()));

        assertThat(RawResponse.post(facade.uri(), PATH, headers, BODY, BODY.length())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void acceptsATokenOfTheIssuer() throws Exception {
        List<String> headers = List.of("Authorization: Bearer " + issuer.token());

        assertThat(RawResponse.post(facade.uri(), PATH, headers, BODY, BODY.length())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aMintedTokenMintsNothing() throws Exception {
        RawResponse minted = RawResponse.post(facade.uri(), PATH, List.of(bearer(key)), BODY, BODY.length());
        String token = RunningEdge.json(minted.body()).path("value").textValue();

        RawResponse refused =
                RawResponse.post(facade.uri(), PATH, List.of("Authorization: Bearer " + token), BODY, BODY.length());

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).contains("A client secret cannot mint.").doesNotContain(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realtime/client_secrets",
                "/v1/realtime/client_secrets",
                "/openai/v1/realtime/client_secrets",
                "/openai/realtime/client_secrets",
                "/v1/realtime/client_secrets/",
                "/v1/realtime/client_secrets?api-key=x",
                "/v1/realtime/client_secrets;a=b",
                "/v1/realtime/transcription_sessions",
                "/openai/realtimeapi/transcription_sessions",
                "//v1/realtime/client_secrets",
                "/v1/%72ealtime/client_secrets",
                "/healthz/../v1/realtime/client_secrets",
            })
    void noPathMintsWithoutAKey(String path) throws Exception {
        RawResponse response = RawResponse.post(facade.uri(), path, List.of(), BODY, BODY.length());

        assertThat(response.status()).as(response.body()).isIn(400, 401, 404);
    }

    @Test
    void aBodyIsNotReadWithoutAKey() throws Exception {
        RawResponse oversized = RawResponse.post(facade.uri(), PATH, List.of(), "", 100_000_000);
        String deep = "[".repeat(5_000) + "]".repeat(5_000);

        assertThat(oversized.status()).isEqualTo(401);
        assertThat(RawResponse.post(facade.uri(), PATH, List.of(), deep, deep.length())
                        .status())
                .isEqualTo(401);
        assertThat(RawResponse.post(facade.uri(), PATH, List.of(bearer(key)), deep, deep.length())
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/readyz", "/openapi.yaml", "/asyncapi.json"})
    void whatIsPublicNeedsNoKey(String path) throws Exception {
        java.net.http.HttpResponse<Void> response = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(facade.uri().resolve(path))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.discarding());

        assertThat(response.statusCode()).isEqualTo(200);
    }
}
