package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.Document;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceResourcesTest {

    @ParameterizedTest
    @CsvSource({
        "openapi.yaml,application/yaml",
        "openapi.json,application/json",
        "openapi-3.0.yaml,application/yaml",
        "openapi-3.0.json,application/json",
        "asyncapi.yaml,application/yaml",
        "asyncapi.json,application/json"
    })
    void servesTheContract(String name, String mediaType) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing());
                InputStream contract = ContractJson.class.getResourceAsStream(name)) {
            HttpResponse<String> response = edge.get("/" + name);

            assertThat(contract).isNotNull();
            assertThat(response.body()).isEqualTo(new String(contract.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(response.headers().firstValue("content-type")).contains(mediaType);
            assertThat(response.headers().firstValue("cache-control")).contains("no-cache");
        }
    }

    @Test
    void respondsNotModifiedForAnUnchangedContract() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            String tag = edge.get("/openapi.json").headers().firstValue("etag").orElseThrow();

            HttpResponse<String> again = edge.send(edge.request("/openapi.json").header("if-none-match", tag));

            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    /** Each path that a caller can read is in the contract, with the media type that it has there. */
    @Test
    void servesWhatTheContractLists() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            for (Map.Entry<String, JsonNode> path :
                    Document.CONTRACT.tree().path("paths").properties()) {
                JsonNode responses = path.getValue().at("/get/responses");
                if (responses.isObject()) {
                    assertThat(edge.get(path.getKey()).statusCode())
                            .as(path.getKey())
                            .isEqualTo(200);
                    assertThat(contentType(responses.path("200")))
                            .isEqualTo(edge.get(path.getKey())
                                    .headers()
                                    .firstValue("content-type")
                                    .orElseThrow());
                }
            }
        }
    }

    private static String contentType(JsonNode response) {
        String pointer = response.path("$ref").asText().substring(1);
        return Document.CONTRACT.tree().at(pointer).path("content").fieldNames().next();
    }

    @Test
    void isAlive() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            assertThat(edge.get("/healthz").body()).isEqualTo("{\"status\":\"alive\"}");
        }
    }

    @Test
    void isReady() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            assertThat(edge.get("/readyz").body()).isEqualTo("{\"status\":\"ready\"}");
        }
    }

    @Test
    void isNotReadyWithoutItsCredential() throws Exception {
        Readiness missing = () -> {
            throw new MintFailedException(new CredentialUnavailable("no identity"));
        };
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing(), missing)) {
            HttpResponse<String> response = edge.get("/readyz");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(RunningEdge.json(response).at("/error/code").textValue()).isEqualTo("credential_unavailable");
            assertThat(edge.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/healthz",
                "/readyz",
                "/openapi.yaml",
                "/openapi.json",
                "/openapi-3.0.yaml",
                "/asyncapi.yaml",
                "/asyncapi.json"
            })
    void respondsToHeadWithoutABody(String path) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response = edge.send(edge.request(path).method("HEAD", BodyPublishers.noBody()));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/page/main.js",
                "/openapi.yaml",
                "/openapi.json",
                "/openapi-3.0.yaml",
                "/asyncapi.yaml",
                "/asyncapi.json"
            })
    void headReportsTheContentLengthOfGet(String path) throws Exception {
        try (RunningEdge edge = RunningEdge.withPage()) {
            HttpResponse<String> head = edge.send(edge.request(path).method("HEAD", BodyPublishers.noBody()));

            assertThat(head.headers().firstValueAsLong("content-length"))
                    .hasValue(edge.get(path).body().getBytes(StandardCharsets.UTF_8).length);
        }
    }
}
