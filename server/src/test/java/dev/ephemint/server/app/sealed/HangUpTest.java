package dev.ephemint.server.app.sealed;

import static dev.ephemint.server.app.sealed.SealedService.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.app.sealed.CallVendor.Response;
import dev.ephemint.server.caller.TestKeys;
import dev.ephemint.server.http.LogCapture;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a call that a sealed token opened; who may end it, and every way in which that fails. */
final class HangUpTest {

    private static final String OFFER = "v=0\r\ns=-\r\n";
    private static final String CALL = "rtc_u2_E4xw9V7W";

    private final Path folder;
    private final Path audit;
    private final CallVendor vendor = new CallVendor();
    private SealedService service;

    HangUpTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.audit = folder.resolve("audit.jsonl");
        this.service = service(Map.of());
    }

    private SealedService service(Map<String, String> more) throws Exception {
        Map<String, String> given = new HashMap<>(Map.of("audit.file", audit.toString()));
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

    private void open() throws Exception {
        assertThat(service.call(service.sealed(), OFFER).statusCode()).isEqualTo(201);
    }

    @Test
    void theCallerThatMintedEndsTheCallWithTheServicesOwnKeyAndWithoutABody() throws Exception {
        open();

        HttpResponse<String> ended = service.hangUp(service.key.reveal(), CALL);

        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(ended.body()).isEmpty();
        assertThat(ended.headers().firstValue("content-type")).isEmpty();
        assertThat(ended.headers().firstValue("x-upstream-request-id")).hasValue("req_call_1");
        assertThat(vendor.hangUps).containsExactly("/v1/realtime/calls/" + CALL + "/hangup 0 null");
    }

    @Test
    void theRequestOfThePageEndsACall() throws Exception {
        Matcher curl = Pattern.compile(
                        "curl -X POST https://mint.example/v1/realtime/calls/(\\S+)/hangup -H \"Authorization: Bearer ")
                .matcher(Files.readString(Path.of("docs", "sealed.md")));
        assertThat(curl.find()).isTrue();
        vendor.response = new Response(201, "text/plain", "/v1/realtime/calls/" + curl.group(1), CallVendor.SDP);
        open();

        assertThat(service.hangUp(service.key.reveal(), curl.group(1)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"api-key, ''", "content-type, application/json", "accept, application/json", "origin, https://a.example"
    })
    void headersThatClientsAddDoNotMatter(String name, String value) throws Exception {
        open();

        String given = value.isEmpty() ? service.key.reveal() : value;
        assertThat(service.hangUp(service.key.reveal(), CALL, name, given).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theCallOfAnotherCallerIsAsUnknownAsOneThatNeverWas() throws Exception {
        open();

        HttpResponse<String> others = service.hangUp(service.other.reveal(), CALL);
        HttpResponse<String> never = service.hangUp(service.other.reveal(), "rtc_u2_NeverWas");

        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(json(others)).isEqualTo(json(never));
        assertThat(json(others).at("/error/code").asText()).isEqualTo("call_not_found");
        assertThat(json(others).at("/error/param").asText()).isEqualTo("call_id");
        assertThat(vendor.hangUps).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "%20", "rtc_%C3%A9", "rtc_u2_E4xw9V7W%20"})
    void whatIsNoIdIsUnknown(String id) throws Exception {
        open();

        assertThat(code(service.hangUp(service.key.reveal(), id))).isEqualTo("call_not_found");
        assertThat(vendor.hangUps).isEmpty();
    }

    @Test
    void aCallThatTheVendorRefusedIsUnknown() throws Exception {
        vendor.response = new Response(400, "application/json", "/v1/realtime/calls/" + CALL, "{}");
        service.call(service.sealed(), OFFER);

        assertThat(service.hangUp(service.key.reveal(), CALL).statusCode()).isEqualTo(404);
    }

    @Test
    void aCallIsForgottenAfterTheLongestSession() throws Exception {
        open();
        service.now.updateAndGet(now -> now.plus(Duration.ofMinutes(65)).minusSeconds(1));
        assertThat(service.hangUp(service.key.reveal(), CALL).statusCode()).isEqualTo(200);
        service.now.updateAndGet(now -> now.plusSeconds(2));

        assertThat(service.hangUp(service.key.reveal(), CALL).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyACallersCredentialEndsACall() throws Exception {
        open();

        assertThat(code(service.hangUp(service.sealed(), CALL))).isEqualTo("endpoint_not_allowed");
        assertThat(service.hangUp(CallVendor.TOKEN, CALL).statusCode()).isEqualTo(401);
        assertThat(service.hangUp(CallVendor.KEY, CALL).statusCode()).isEqualTo(401);
        assertThat(service.hangUp("eps_a.forged", CALL).statusCode()).isEqualTo(401);
        assertThat(vendor.hangUps).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'endpoints: [client_secrets]', '', endpoint_not_allowed",
        "'endpoints: [client_secrets, hangup]', '', ''",
        "'origins: [''https://captions.example'']', '', origin_not_allowed",
        "'origins: [''https://captions.example'']', https://captions.example, ''"
    })
    void aPolicyMayForbidIt(String rule, String origin, String code) throws Exception {
        restart(Map.of("policies", "{default: {" + rule + "}, plain: {}}"));
        String sealed = service.mint(service.key.reveal(), "origin", ORIGIN).value();
        service.call(sealed, OFFER, "origin", ORIGIN);

        HttpResponse<String> response = origin.isEmpty()
                ? service.hangUp(service.key.reveal(), CALL)
                : service.hangUp(service.key.reveal(), CALL, "origin", origin);

        assertThat(code(response)).isEqualTo(code);
        assertThat(vendor.hangUps).hasSize(code.isEmpty() ? 1 : 0);
    }

    @Test
    void withoutCallsThereIsNothingToEnd() throws Exception {
        restart(Map.of("sealed.use", "exchange"));

        HttpResponse<String> response = service.hangUp(service.key.reveal(), CALL);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).at("/error/message").asText()).startsWith("Invalid URL");
    }

    /** What a vendor responds with if the call has ended was not recorded; it is passed on as any of these. */
    @ParameterizedTest
    @CsvSource({
        "204, '', 200, ''",
        "302, '', 502, upstream_redirect",
        "400, '{\"error\":{\"message\":\"ended\",\"code\":\"call_ended\"}}', 400, call_ended",
        "401, '', 502, upstream_unauthorized",
        "404, '', 502, upstream_route_not_found",
        "409, '{\"error\":{\"message\":\"ended\",\"code\":\"call_ended\"}}', 409, call_ended",
        "429, '', 429, rate_limit_exceeded",
        "500, '', 502, upstream_error",
        "503, '', 503, upstream_overloaded"
    })
    void theVendorsFailuresAreThoseOfAMintAndTheCallStaysKnown(int status, String body, int expected, String code)
            throws Exception {
        open();
        vendor.hangUp = new Response(status, "application/json", "", body);

        HttpResponse<String> response = service.hangUp(service.key.reveal(), CALL);

        assertThat(response.statusCode()).isEqualTo(expected);
        assertThat(code(response)).isEqualTo(code);
        vendor.hangUp = new Response(200, "application/json", "", "");
        assertThat(service.hangUp(service.key.reveal(), CALL).statusCode()).isEqualTo(200);
        assertThat(vendor.hangUps).hasSize(2);
    }

    @Test
    void aVendorThatDoesNotRespondIsATimeout() throws Exception {
        open();
        vendor.silent = true;

        assertThat(code(service.hangUp(service.key.reveal(), CALL))).isEqualTo("upstream_timeout");
    }

    @Test
    void theAuditHasTheCallBesideTheSessionOfItsMintAndWhatBecameOfIt() throws Exception {
        open();
        vendor.hangUp = CallVendor.json(500, "no");
        service.hangUp(service.key.reveal(), CALL);
        vendor.hangUp = new Response(200, "application/json", "", "");
        service.hangUp(service.key.reveal(), CALL);

        List<JsonNode> records = Fixtures.records(audit);
        assertThat(records)
                .extracting(record -> record.path("event").asText())
                .containsExactly("admitted", "minted", "called", "hangup_failed", "hung_up");
        assertThat(records.subList(2, 5)).allSatisfy(record -> {
            assertThat(record.path("call").asText()).isEqualTo(CALL);
            assertThat(record.path("caller").asText()).isEqualTo("web");
            assertThat(record.path("upstream").asText()).isEqualTo("default");
        });
        assertThat(records.get(2).path("session_id")).isEqualTo(records.get(1).path("session_id"));
        assertThat(records.get(3).path("failure").asText()).isEqualTo("VendorFault");
    }

    @Test
    void whoMayNotOpenOrEndACallIsInTheFileOfRejectedRequests() throws Exception {
        Path rejected = folder.resolve("rejected.jsonl");
        restart(Map.of("audit.rejected-file", rejected.toString()));
        String sealed = service.sealed();
        service.call(sealed, OFFER);
        service.call(sealed, OFFER);
        service.call(service.key.reveal(), OFFER);
        service.hangUp(sealed, CALL);
        service.hangUp(service.other.reveal(), CALL);
        service.hangUp(CallVendor.KEY, CALL);
        vendor.hangUp = CallVendor.json(500, "no");
        service.hangUp(service.key.reveal(), CALL);

        List<JsonNode> records = Fixtures.records(rejected);
        assertThat(records)
                .extracting(
                        record -> record.path("failure").asText(),
                        record -> record.path("operation").asText(),
                        record -> record.path("caller").asText(),
                        record -> record.path("call").asText())
                .containsExactly(
                        tuple("NotPermitted", "calls", "web", ""),
                        tuple("NotPermitted", "calls", "web", ""),
                        tuple("NotPermitted", "hangup", "web", CALL),
                        tuple("CallNotFound", "hangup", "app", CALL),
                        tuple("invalid", "", "", ""));
        assertThat(records)
                .allSatisfy(record -> assertThat(record.path("event").asText()).isEqualTo("rejected"));
        assertThat(Files.readString(rejected)).doesNotContain(sealed, CallVendor.KEY, service.key.reveal());
    }

    @Test
    void noCredentialIsInLogOrAudit() throws Exception {
        vendor.hangUp = CallVendor.json(400, "no call for " + CallVendor.KEY);
        try (LogCapture log = LogCapture.open()) {
            String sealed = service.sealed();
            service.call(sealed, OFFER);
            HttpResponse<String> response = service.hangUp(service.key.reveal(), CALL);

            String lines = log.lines().collect(Collectors.joining("\n"));
            assertThat(lines).contains("call opened", "call not ended", CALL);
            assertThat(lines + response.body() + Files.readString(audit))
                    .doesNotContain(CallVendor.KEY, CallVendor.TOKEN, sealed, service.key.reveal(), OFFER);
        }
    }

    @Test
    void aCallWithoutAnIdIsRecordedAndCannotBeEndedHere() throws Exception {
        vendor.response = new Response(201, "text/plain", "", CallVendor.SDP);
        try (LogCapture log = LogCapture.open()) {
            open();

            assertThat(log.lines()).anyMatch(line -> line.contains("cannot be ended here"));
        }
        assertThat(Files.readString(audit)).contains("\"called\"").doesNotContain("\"call\"");
    }

    @Test
    void whereCallersAreNotCheckedAllAreOne() throws Exception {
        restart(Map.of("callers", "", "policies", "", "sealed.policies", "", "auth.pepper", TestKeys.PEPPER));
        open();

        assertThat(service.hangUp(service.other.reveal(), CALL).statusCode()).isEqualTo(200);
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return ContractJson.mapper().readTree(response.body());
    }

    private static String code(HttpResponse<String> response) throws Exception {
        return response.body().isEmpty() ? "" : json(response).at("/error/code").asText("");
    }
}
