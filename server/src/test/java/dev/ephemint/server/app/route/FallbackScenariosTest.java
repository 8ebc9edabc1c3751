package dev.ephemint.server.app.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.CircuitOpen;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.upstream.Exchange;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller gets if an upstream fails, over the whole service. */
final class FallbackScenariosTest {

    private static final String UPSTREAMS = """
            azure-eu:
              dialect: azure
              url: https://my-resource.openai.azure.com
              credential: {key-env: THE_KEY}
              deployments: {gpt-live-transcribe: ears}
              model-names: {captions: gpt-live-transcribe}
            openai-main:
              dialect: openai
              url: https://api.openai.com
              credential: {key-env: THE_KEY}
              model-names: {captions: gpt-4o-transcribe}
            """;

    private static final Exchange AWAY = unsent(new Unreachable("the upstream refused the connection"));

    private RoutedFacade facade;

    @BeforeEach
    void start() throws Exception {
        facade = RoutedFacade.start(Map.of("upstreams", UPSTREAMS));
    }

    @AfterEach
    void stop() throws Exception {
        facade.close();
    }

    @Test
    void theFirstMintsWithItsOwnNameOfTheModel() throws Exception {
        JsonNode token = RoutedFacade.json(facade.mint("captions"));

        assertThat(token.at("/connect/upstream").asText()).isEqualTo("azure-eu");
        assertThat(token.at("/connect/dialect").asText()).isEqualTo("azure");
        assertThat(facade.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.upstream()).isEqualTo("azure-eu");
            assertThat(sent.call().body().findValue("model").asText()).isEqualTo("ears");
            assertThat(sent.call().headers()).containsEntry("api-key", RoutedFacade.KEY);
        });
    }

    @Test
    void theSecondMintsIfTheFirstIsAway() throws Exception {
        facade.respond("azure-eu", AWAY);

        JsonNode token = RoutedFacade.json(facade.mint("captions"));

        assertThat(token.at("/connect/upstream").asText()).isEqualTo("openai-main");
        assertThat(token.at("/connect/dialect").asText()).isEqualTo("openai");
        assertThat(token.at("/connect/websocket/url").asText()).startsWith("wss://api.openai.com/");
        assertThat(facade.sent())
                .extracting(sent -> sent.call().body().findValue("model").asText())
                .containsExactly("ears", "gpt-4o-transcribe");
    }

    @ParameterizedTest
    @CsvSource({"429, rate_limit_exceeded", "503, overloaded", "529, overloaded"})
    void theSecondMintsIfTheFirstSaysThatItDidNothing(int status, String reason) throws Exception {
        facade.respond("azure-eu", reply(status, "{'error':{'code':'" + reason + "','message':'Later.'}}"));

        assertThat(facade.mint("captions").statusCode()).isEqualTo(200);
        assertThat(facade.sent()).extracting(RoutedFacade.Sent::upstream).containsExactly("azure-eu", "openai-main");
    }

    @ParameterizedTest
    @CsvSource({
        "500, 502, upstream_error",
        "502, 502, upstream_error",
        "504, 504, upstream_timeout",
        "401, 502, upstream_unauthorized",
        "404, 502, upstream_route_not_found",
        "302, 502, upstream_redirect",
        "200, 502, upstream_invalid_response"
    })
    void theSecondIsNotAskedIfATokenMayHaveBeenMade(int status, int received, String code) throws Exception {
        facade.respond("azure-eu", reply(status, "{}"));

        HttpResponse<String> response = facade.post(
                false, Fixtures.request("{'session':{'type':'transcription'}}").body());

        assertThat(response.statusCode()).isEqualTo(received);
        assertThat(RoutedFacade.json(response).at("/error/code").asText()).isEqualTo(code);
        assertThat(facade.sent()).extracting(RoutedFacade.Sent::upstream).containsExactly("azure-eu");
    }

    /** OpenAI detects no turns of this model, and Azure does: the rule is about the upstream's own vendor. */
    @ParameterizedTest
    @CsvSource({"azure-eu, 200", "openai-main, 400"})
    void theModelRulesOfTheChosenVendorApply(String upstream, int status) throws Exception {
        try (RoutedFacade routed = RoutedFacade.start(
                Map.of("upstreams", UPSTREAMS, "routes", "[{models: ['*'], upstreams: [" + upstream + "]}]"))) {
            HttpResponse<String> response = routed.post(
                    false,
                    Fixtures.transcription("{'transcription':{'model':'gpt-live-transcribe'},"
                                    + "'turn_detection':{'type':'server_vad'}}")
                            .body());

            assertThat(response.statusCode()).isEqualTo(status);
        }
    }

    @Test
    void aRejectedRequestIsNotTakenElsewhere() throws Exception {
        facade.respond("azure-eu", reply(400, "{'error':{'code':'invalid_value','message':'No.'}}"));

        assertThat(facade.mint("captions").statusCode()).isEqualTo(400);
        assertThat(facade.sent()).hasSize(1);
    }

    @Test
    void aBrokenConnectionIsNoReasonToAskTheSecond() throws Exception {
        facade.respond("azure-eu", failing(new Unreachable("the connection to the upstream broke before a response")));

        assertThat(facade.mint("captions").statusCode()).isEqualTo(502);
        assertThat(facade.sent()).hasSize(1);
    }

    @Test
    void namesEachWithItsReasonAndNoSecretIfAllAreAway() throws Exception {
        facade.respond("azure-eu", failing(new CircuitOpen(Duration.ofSeconds(5))));
        facade.respond(
                "openai-main",
                (call, deadline) -> new UpstreamReply(
                        429, Map.of("retry-after", "2"), "{\"error\":{\"message\":\"" + RoutedFacade.KEY + "\"}}"));

        HttpResponse<String> response = facade.mint("captions");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).contains("2");
        assertThat(RoutedFacade.json(response))
                .isEqualTo(
                        Fixtures.json("{'error':{'message':'No upstream could mint: azure-eu (upstream_circuit_open),"
                                + " openai-main (rate_limit_exceeded). Try again later.','type':'upstream_error','param':null,"
                                + "'code':'upstreams_unavailable'}}"));
        assertThat(response.body()).doesNotContain(RoutedFacade.KEY);
    }

    @Test
    void namesNoWaitIfNoneIsKnown() throws Exception {
        facade.respond("azure-eu", AWAY);
        facade.respond("openai-main", unsent(new TimedOut()));

        HttpResponse<String> response = facade.mint("captions");

        assertThat(response.headers().firstValue("retry-after")).isEmpty();
        assertThat(RoutedFacade.json(response).at("/error/message").asText())
                .isEqualTo("No upstream could mint: azure-eu (upstream_unreachable), openai-main (upstream_timeout)."
                        + " Try again later.");
    }

    @Test
    void aModelThatNoUpstreamServesIsTheCallersFault() throws Exception {
        try (RoutedFacade restricted = RoutedFacade.start(Map.of(
                "upstreams", "{one: {dialect: openai, models: [gpt-*]}, two: {dialect: azure, models: [ears]}}"))) {
            HttpResponse<String> response = restricted.mint("whisper-1");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(RoutedFacade.json(response).at("/error/code").asText()).isEqualTo("model_not_found");
            assertThat(restricted.sent()).isEmpty();
        }
    }

    @Test
    void aSandboxStandsInForEachUpstreamWithoutAnAddress() throws Exception {
        try (RoutedFacade sandboxes =
                RoutedFacade.start(Map.of("upstreams", "{one: {dialect: openai}, two: {dialect: azure}}"))) {
            sandboxes.respond("one", AWAY);

            JsonNode token = RoutedFacade.json(sandboxes.mint("gpt-4o-transcribe"));

            assertThat(token.at("/connect/upstream").asText()).isEqualTo("two");
            assertThat(token.at("/connect/warnings").findValuesAsText("code")).contains("sandbox_token");
        }
    }

    private static Exchange reply(int status, String body) {
        return (call, deadline) -> Fixtures.reply(status, body);
    }

    private static Exchange unsent(MintFailure failure) {
        return (call, deadline) -> {
            throw MintFailedException.unsent(failure);
        };
    }

    private static Exchange failing(MintFailure failure) {
        return (call, deadline) -> {
            throw new MintFailedException(failure);
        };
    }
}
