package dev.ephemint.client;

import static dev.ephemint.client.Fixtures.envelope;
import static dev.ephemint.client.Fixtures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.client.internal.BufferingHttpClient;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseExceptionTest {

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request_error, unknown_parameter, BadRequestException",
        "404, invalid_request_error, DeploymentNotFound, BadRequestException",
        "405, invalid_request_error, some_code, BadRequestException",
        "409, invalid_request_error, some_code, BadRequestException",
        "413, invalid_request_error, request_too_large, BadRequestException",
        "422, invalid_request_error, some_code, BadRequestException",
        "401, invalid_request_error, invalid_api_key, UnauthorizedException",
        "403, invalid_request_error, some_code, UnauthorizedException",
        "407, invalid_request_error, some_code, BadRequestException",
        "408, server_error, some_code, ServiceException",
        "429, rate_limit_error, rate_limit_exceeded, RateLimitedException",
        "429, insufficient_quota, insufficient_quota, QuotaExhaustedException",
        "429, billing_error, credit_balance_exhausted, QuotaExhaustedException",
        "500, server_error, internal_error, ServiceException",
        "502, upstream_error, upstream_unauthorized, UpstreamException",
        "503, upstream_error, upstream_overloaded, UpstreamException",
        "504, upstream_error, upstream_timeout, UpstreamException",
        "599, server_error, some_code, ServiceException",
    })
    void mapsEachErrorToItsClass(int status, String type, String code, String name) {
        ResponseException thrown = (ResponseException) failure(Reply.json(status, envelope(type, code, "Why")));

        assertThat(thrown.getClass().getSimpleName()).isEqualTo(name);
        assertThat(thrown).hasNoCause();
        assertThat(thrown.status()).isEqualTo(status);
        assertThat(thrown.type()).contains(type);
        assertThat(thrown.code()).contains(code);
    }

    @Test
    void reportsAllDetailsOfTheResponse() {
        ResponseException thrown = (ResponseException) failure(Reply.json(429, """
                        {"error":{"message":"Zu viele Anfragen – später","type":"rate_limit_error",
                                  "param":"session.type","code":"rate_limit_exceeded","inner":null}}""")
                .with("x-request-id", "req_1")
                .with("x-upstream-request-id", "req_2")
                .with("retry-after", "30"));

        assertThat(thrown.status()).isEqualTo(429);
        assertThat(thrown.type()).contains("rate_limit_error");
        assertThat(thrown.code()).contains("rate_limit_exceeded");
        assertThat(thrown.param()).contains("session.type");
        assertThat(thrown.requestId()).contains("req_1");
        assertThat(thrown.upstreamRequestId()).contains("req_2");
        assertThat(thrown.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(thrown)
                .extracting(Fixtures::message)
                .isEqualTo(
                        "429 rate_limit_exceeded: Zu viele Anfragen – später (param session.type) (localhost:PORT, request req_1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "502 | <html>bad gateway planted</html>",
                "502 | \"\"",
                "502 | \" \"",
                "502 | {\"error\":\"planted\"}",
                "502 | {\"error\":{\"message\":{\"planted\":1}",
                "502 | {\"detail\":\"planted\"}",
                "502 | []",
                "502 | null",
            })
    void reportsOnlyTheStatusOfAnUnknownErrorShape(int status, String body) {
        ResponseException thrown = (ResponseException) failure(Reply.of(status, body));

        assertThat(thrown).isInstanceOf(ServiceException.class).hasNoCause();
        assertThat(thrown.getMessage()).doesNotContain("planted");
        assertThat(thrown.status()).isEqualTo(status);
        assertThat(thrown.code()).isEmpty();
        assertThat(thrown.requestId()).isEmpty();
    }

    @Test
    void reportsOnlyTheStatusOfAnEndlessError() {
        String endless = envelope("server_error", "some_code", "x".repeat(BufferingHttpClient.LONGEST_BODY));

        ResponseException thrown = (ResponseException) failure(Reply.json(500, endless));

        assertThat(thrown.status()).isEqualTo(500);
        assertThat(thrown.code()).isEmpty();
        assertThat(thrown.getMessage()).doesNotContain("xxx");
    }

    @Test
    void truncatesLongMessages() {
        EphemintException thrown = failure(Reply.json(400, envelope("server_error", "some_code", "x".repeat(5000))));

        assertThat(thrown.getMessage()).hasSizeLessThan(1100).contains("x… (localhost:");
    }

    @Test
    void doesNotDecompressErrors() {
        String error = envelope("server_error", "some_code", "planted");

        ResponseException thrown =
                (ResponseException) failure(Reply.json(500, error).with("content-encoding", "gzip"));

        assertThat(thrown.status()).isEqualTo(500);
        assertThat(thrown.code()).isEmpty();
        assertThat(thrown.getMessage()).doesNotContain("planted");
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:planted@mint.example:8443/v1/x?key=planted#planted, https://mint.example:8443/v1/x?***",
        "https://mint.example/sk-planted1234, https://mint.example/[redacted]",
        "/v1/elsewhere, /v1/elsewhere",
        "ht!tp://planted, an unreadable address",
    })
    void reportsTheTargetOfARedirect(String location, String shown) {
        ResponseException thrown = (ResponseException) failure(Reply.of(301, "").with("location", location));

        assertThat(thrown).isInstanceOf(ServiceException.class);
        assertThat(thrown.getMessage()).doesNotContain("planted");
        assertThat(thrown.location()).contains(shown);
    }

    @Test
    void doesNotFollowRedirects() {
        try (FakeHttpServer elsewhere = Fixtures.minting()) {
            EphemintException thrown = failure(Reply.of(307, "").with("location", elsewhere.url()));

            assertThat(thrown).isInstanceOf(ServiceException.class);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }
}
