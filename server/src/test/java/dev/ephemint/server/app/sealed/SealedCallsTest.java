package dev.ephemint.server.app.sealed;

import static dev.ephemint.server.app.sealed.SealedService.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.app.sealed.CallVendor.Response;
import dev.ephemint.server.http.LogCapture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An offer with a sealed token, posted by the service; every way in which that fails. */
final class SealedCallsTest {

    private static final String OFFER = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 RTP 0\r\n";

    private final Path folder;
    private final CallVendor vendor = new CallVendor();
    private SealedService service;

    SealedCallsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.service = service(Map.of());
    }

    private SealedService service(Map<String, String> more) throws Exception {
        Map<String, String> given = new HashMap<>(Map.of("server.max-request-bytes", "20000"));
        given.putAll(more);
        return SealedService.forCalls(folder, vendor, given);
    }

    private void restart(Map<String, String> more) throws Exception {
        service.close();
        service = service(more);
    }

    @AfterEach
    void close() {
        service.close();
        vendor.close();
    }

    @Test
    void returnsTheVendorsSdpAndTheIdOfTheCall() throws Exception {
        HttpResponse<String> opened = service.call(service.sealed(), OFFER);

        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(opened.body()).isEqualTo(CallVendor.SDP);
        assertThat(opened.headers().firstValue("content-type")).hasValue("application/sdp");
        assertThat(opened.headers().firstValue("location")).hasValue("/v1/realtime/calls/rtc_u2_E4xw9V7W");
        assertThat(opened.headers().firstValue("x-upstream-request-id")).hasValue("req_call_1");
        assertThat(opened.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(vendor.offers).containsExactly(OFFER);
    }

    @Test
    void theMintSaysWhereTheCallIsOpened() throws Exception {
        var minted = service.mint(service.key.reveal());

        assertThat(minted.body().at("/connect/webrtc/url").asText())
                .isEqualTo(service.uri().resolve("/v1/realtime/calls").toString());
        assertThat(minted.body().at("/connect/warnings/0/message").asText())
                .contains("connect.webrtc.url")
                .doesNotContain("client_secrets");
        assertThat(minted.body().toString()).doesNotContain(CallVendor.TOKEN);
    }

    @Test
    void aTokenOpensOneCallAlsoIfTheVendorRefusedTheFirst() throws Exception {
        String sealed = service.sealed();
        vendor.response = CallVendor.json(400, "Invalid offer");
        assertThat(code(service.call(sealed, OFFER))).isEqualTo("invalid_offer");
        vendor.response = Response.OPENED;

        HttpResponse<String> second = service.call(sealed, OFFER);

        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(code(second)).isEqualTo("sealed_token_used");
        assertThat(vendor.offers).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"call, 403 endpoint_not_allowed, 201", "both, 200, 201", "exchange, 200, 404"})
    void whatATokenIsGoodForIsConfigured(String use, String exchanged, String called) throws Exception {
        restart(Map.of("sealed.use", use));

        SealedService.Reply exchange = service.exchange(service.sealed());

        assertThat((exchange.status() + " " + exchange.code()).strip()).isEqualTo(exchanged);
        assertThat(Integer.toString(service.call(service.sealed(), OFFER).statusCode()))
                .isEqualTo(called);
    }

    @Test
    void aWrongPurposeLeavesTheTokenGood() throws Exception {
        String sealed = service.sealed();
        service.exchange(sealed);

        assertThat(service.call(sealed, OFFER).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "v=1\r\n", "offer v=0\r\n", "v=0", "v=0\r\n\0"})
    void whatIsNoOfferIsRefusedAndTheTokenStaysGood(String body) throws Exception {
        String sealed = service.sealed();
        HttpResponse<String> refused = service.call(sealed, body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("invalid_value");
        assertThat(service.call(sealed, OFFER).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "content-type, application/json, 415, unsupported_media_type, application/sdp",
        "content-type, multipart/form-data; boundary=x, 415, unsupported_media_type, application/sdp",
        "content-encoding, gzip, 415, unsupported_content_encoding, encoded",
        "accept, application/json, 406, '', application/sdp",
        "api-key, epk_beside_0000000000, 400, ambiguous_api_key, key"
    })
    void headersThatDoNotFitAreRefused(String name, String value, int status, String code, String hint)
            throws Exception {
        String sealed = service.sealed();
        HttpResponse<String> refused = service.call(sealed, OFFER, name, value);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(refused.body()).contains(hint);
        assertThat(service.call(sealed, OFFER).statusCode()).isEqualTo(201);
    }

    @Test
    void anOfferThatIsTooLargeIsRefused() throws Exception {
        HttpResponse<String> refused = service.call(service.sealed(), OFFER + "a=x\r\n".repeat(5_000));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(code(refused)).isEqualTo("request_too_large");
        assertThat(vendor.offers).isEmpty();
    }

    @Test
    void onlyASealedTokenOpensACall() throws Exception {
        assertThat(code(service.call(service.key.reveal(), OFFER))).isEqualTo("endpoint_not_allowed");
        assertThat(service.call(CallVendor.TOKEN, OFFER).statusCode()).isEqualTo(401);
        assertThat(service.call("eps_a.forged", OFFER).statusCode()).isEqualTo(401);
        assertThat(vendor.offers).isEmpty();
    }

    @Test
    void anotherOriginIsRefused() throws Exception {
        String sealed = service.mint(service.key.reveal(), "origin", ORIGIN).value();

        assertThat(code(service.call(sealed, OFFER, "origin", "https://other.example")))
                .isEqualTo("origin_not_allowed");
        assertThat(service.call(sealed, OFFER, "origin", ORIGIN).statusCode()).isEqualTo(201);
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        String sealed = service.sealed();
        service.now.updateAndGet(now -> now.plusSeconds(61));

        assertThat(service.call(sealed, OFFER).statusCode()).isEqualTo(401);
        assertThat(vendor.offers).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200, v=0, 502, upstream_invalid_response",
        "201, <html>, 502, upstream_invalid_response",
        "201, '', 502, upstream_invalid_response",
        "302, '', 502, upstream_redirect",
        "401, '', 502, upstream_unauthorized",
        "404, '', 502, upstream_route_not_found",
        "429, '', 429, rate_limit_exceeded",
        "500, '', 502, upstream_error",
        "503, '', 503, upstream_overloaded"
    })
    void theVendorsFailuresAreThoseOfAMint(int status, String body, int expected, String code) throws Exception {
        vendor.response = new Response(status, "text/plain", "", body);

        HttpResponse<String> failed = service.call(service.sealed(), OFFER);

        assertThat(failed.statusCode()).isEqualTo(expected);
        assertThat(code(failed)).isEqualTo(code);
        assertThat(failed.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(vendor.offers).hasSize(1);
    }

    @Test
    void aVendorThatDoesNotRespondIsATimeout() throws Exception {
        vendor.silent = true;

        HttpResponse<String> failed = service.call(service.sealed(), OFFER);

        assertThat(failed.statusCode()).isEqualTo(504);
        assertThat(code(failed)).isEqualTo("upstream_timeout");
    }

    @ParameterizedTest
    @CsvSource({"400, echoed", "201, part", "201, location"})
    void theTokenComesOutNowhere(int status, String place) throws Exception {
        String part = CallVendor.TOKEN.substring(5, 25);
        vendor.response = switch (place) {
            case "echoed" -> CallVendor.json(status, "no offer for " + CallVendor.TOKEN + " and " + part);
            case "part" -> new Response(status, "text/plain", "", CallVendor.SDP + "a=x:" + part + "\r\n");
            default -> new Response(status, "text/plain", "/v1/realtime/calls/rtc_" + part, CallVendor.SDP);
        };
        try (LogCapture log = LogCapture.open()) {
            HttpResponse<String> response = service.call(service.sealed(), OFFER);

            assertThat(response.body() + response.headers().map())
                    .doesNotContain(part)
                    .doesNotContain(CallVendor.KEY);
            assertThat(log.lines().collect(Collectors.joining("\n")))
                    .doesNotContain(part)
                    .doesNotContain(OFFER)
                    .doesNotContain("ice-pwd");
        }
    }

    @Test
    void aSessionThatOnlyASocketCarriesIsNotSealedForACall() throws Exception {
        SealedService.Reply refused = service.post(
                "client_secrets",
                "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":{\"model\":\"gpt-transcribe\"},"
                        + "\"turn_detection\":null}}}}",
                service.key.reveal());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("unsupported_parameter");
    }

    private static String code(HttpResponse<String> response) throws Exception {
        return ContractJson.mapper().readTree(response.body()).at("/error/code").asText("");
    }
}
