package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the edge refuses by itself; the mint below it would say so if it were reached. */
@TestInstance(Lifecycle.PER_CLASS)
final class RefusalTest {

    private static final String PATH = "/v1/realtime/client_secrets";

    private final RunningEdge edge;

    RefusalTest() throws Exception {
        edge = RunningEdge.over(request -> {
            throw new AssertionError("the mint was reached");
        });
    }

    @AfterAll
    void stop() throws Exception {
        edge.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|The body of the request is not valid JSON.",
                "{\"a\":1e99999999999}|The body of the request is not valid JSON.",
                "{\"a\":1}{|The body of the request is not valid JSON.",
                "{\"a\":1} 2|The body of the request is not valid JSON.",
                "{\"a\":1,\"a\":1}|The body of the request is not valid JSON.",
                "{\"a\":NaN}|The body of the request is not valid JSON.",
                "{'a':1}|The body of the request is not valid JSON.",
                "[]|The body of the request is no JSON object.",
                "null|The body of the request is no JSON object.",
                "' '|The body of the request is no JSON object.",
                "''|The body of the request is empty. Send a JSON object."
            })
    void refusesWhatIsNoJsonObject(String body, String message) throws Exception {
        HttpResponse<String> response = edge.post(PATH, body);

        assertRefused(response, 400, "invalid_json", message);
    }

    @Test
    void refusesJsonInAnotherEncoding() throws Exception {
        HttpResponse<String> response = edge.send(
                json().POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})));

        assertRefused(response, 400, "invalid_json", "The body of the request is not valid JSON.");
    }

    @Test
    void refusesDepthThatNobodyMeans() throws Exception {
        HttpResponse<String> response = edge.post(PATH, "{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}");

        assertRefused(response, 400, "invalid_json", "The body of the request is not valid JSON.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesABodyThatIsTooLarge(boolean chunked) throws Exception {
        byte[] large = (" ".repeat(RunningEdge.MAX_BYTES) + "{}").getBytes(StandardCharsets.UTF_8);
        HttpRequest.BodyPublisher body = chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))
                : BodyPublishers.ofByteArray(large);

        HttpResponse<String> response = edge.send(json().POST(body));

        assertRefused(response, 413, "request_too_large", "The body of the request is larger than 4096 bytes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx", "*/*", "application/*"})
    void refusesAnotherMediaType(String type) throws Exception {
        HttpResponse<String> response =
                edge.send(edge.request(PATH).header("content-type", type).POST(BodyPublishers.ofString("{}")));

        assertRefused(response, 415, "unsupported_media_type", "The body of the request must be application/json.");
    }

    @Test
    void refusesABodyOfNoMediaType() throws Exception {
        HttpResponse<String> response = edge.send(edge.request(PATH).POST(BodyPublishers.ofString("{}")));

        assertRefused(response, 415, "unsupported_media_type", "The body of the request must be application/json.");
    }

    @Test
    void refusesABodyThatIsEncoded() throws Exception {
        HttpResponse<String> response =
                edge.send(json().header("content-encoding", "gzip").POST(BodyPublishers.ofString("{}")));

        assertRefused(response, 415, "unsupported_content_encoding", "The body of the request must not be encoded.");
    }

    @Test
    void takesABodyThatIsSaidNotToBeEncoded() throws Exception {
        HttpResponse<String> response =
                edge.send(json().header("content-encoding", "identity").POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isNotEqualTo(415);
    }

    @Test
    void refusesToAnswerInAnotherMediaType() throws Exception {
        HttpResponse<String> response =
                edge.send(json().header("accept", "text/html").POST(BodyPublishers.ofString("{}")));

        assertRefused(response, 406, null, "The answer is application/json, which the Accept header leaves out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/foo", "/", "/v1/v1/realtime/client_secrets", "/openai/realtimeapi/sessions"})
    void refusesPathsThatNobodyServes(String path) throws Exception {
        HttpResponse<String> response = edge.post(path + "?api-version=1", "{}");

        assertRefused(response, 404, null, "Invalid URL (POST " + path + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/openai/realtimeapi/transcription_sessions"})
    void refusesAnotherMethod(String path) throws Exception {
        HttpResponse<String> response = edge.get(path);

        assertRefused(response, 405, null, "Invalid method for URL (GET " + path + ")");
        assertThat(response.headers().firstValue("allow")).contains("POST");
    }

    private HttpRequest.Builder json() {
        return edge.request(PATH).header("content-type", "application/json");
    }

    private static void assertRefused(
            HttpResponse<String> response, int status, @Nullable String code, String message) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        JsonNode error = RunningEdge.json(response).get("error");
        assertThat(error.get("message").textValue()).isEqualTo(message);
        assertThat(error.get("type").textValue()).isEqualTo("invalid_request_error");
        assertThat(error.get("code").textValue()).isEqualTo(code);
        assertThat(error.get("param").isNull()).isTrue();
    }
}
