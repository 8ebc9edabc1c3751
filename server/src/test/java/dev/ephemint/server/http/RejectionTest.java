package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the edge rejects; the mint below it would say so if it were reached. */
@TestInstance(Lifecycle.PER_CLASS)
final class RejectionTest {

    private static final String PATH = "/v1/realtime/client_secrets";

    private final RunningEdge edge;

    RejectionTest() throws Exception {
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
                "{|The body of the request is not valid JSON: malformed at line 1, column 2.",
                "{\"a\":1e99999999999}|The body of the request is not valid JSON: a number is out of range.",
                "{\"a\":1}{|The body of the request is not valid JSON: more follows after its end at line 1, column 8.",
                "{\"a\":1} 2|The body of the request is not valid JSON: more follows after its end at line 1, column 9.",
                "{\"a\":1,\"a\":1}|The body of the request is not valid JSON: a member occurs twice at line 1, column 11.",
                "{\"a\":NaN}|The body of the request is not valid JSON: malformed at line 1, column 9.",
                "{'a':1}|The body of the request is not valid JSON: malformed at line 1, column 2.",
                "[]|The body of the request is no JSON object, it is of type array.",
                "null|The body of the request is no JSON object, it is of type null.",
                "' '|The body of the request is empty. Send a JSON object.",
                "cb({})|The body of the request is JSONP, a function call around JSON. Send the JSON object alone.",
                "''|The body of the request is empty. Send a JSON object."
            })
    void rejectsABodyThatIsNoJsonObject(String body, String message) throws Exception {
        HttpResponse<String> response = edge.post(PATH, body);

        assertRejected(response, 400, "invalid_json", message);
    }

    @Test
    void rejectsJsonThatIsNotUtf8() throws Exception {
        HttpResponse<String> response = edge.send(
                json().POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})));

        assertRejected(
                response,
                400,
                "invalid_json",
                "The body of the request is not valid UTF-8 at byte 3 (FF). Send it in UTF-8.");
    }

    @ParameterizedTest
    @CsvSource({
        "efbbbf7b7d, starts with a UTF-8 byte order mark (EF BB BF). Use UTF-8 without one",
        "fffe7b007d00, 'is UTF-16, little endian (byte order mark FF FE). Use UTF-8'",
        "feff007b007d, 'is UTF-16, big endian (byte order mark FE FF). Use UTF-8'",
        "7b007d00, 'is UTF-16, little endian. Use UTF-8'",
        "007b007d, 'is UTF-16, big endian. Use UTF-8'",
        "fffe00007b0000007d000000, is UTF-32. Use UTF-8",
        "1f8b0800, is compressed with gzip. Send it uncompressed",
        "7bff, is not valid UTF-8 at byte 2 (FF). Send it in UTF-8",
        "7b22c3, is not valid UTF-8 at byte 3 (C3). Send it in UTF-8"
    })
    void namesTheEncodingOfTheBody(String bytes, String problem) throws Exception {
        HttpResponse<String> response =
                edge.send(json().POST(BodyPublishers.ofByteArray(HexFormat.of().parseHex(bytes))));

        assertRejected(response, 400, "invalid_json", "The body of the request " + problem + ".");
    }

    @Test
    void rejectsExcessiveNesting() throws Exception {
        HttpResponse<String> response = edge.post(PATH, "{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("invalid_json", "is not valid JSON: nested too deeply");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rejectsABodyThatIsTooLarge(boolean chunked) throws Exception {
        byte[] large = (" ".repeat(RunningEdge.MAX_BYTES) + "{}").getBytes(StandardCharsets.UTF_8);
        HttpRequest.BodyPublisher body = chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))
                : BodyPublishers.ofByteArray(large);

        HttpResponse<String> response = edge.send(json().POST(body));

        assertRejected(response, 413, "request_too_large", "The body of the request is larger than 4096 bytes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx", "*/*", "application/*"})
    void rejectsOtherMediaTypes(String type) throws Exception {
        HttpResponse<String> response =
                edge.send(edge.request(PATH).header("content-type", type).POST(BodyPublishers.ofString("{}")));

        assertRejected(response, 415, "unsupported_media_type", "The body of the request must be application/json.");
    }

    @Test
    void rejectsABodyWithoutAMediaType() throws Exception {
        HttpResponse<String> response = edge.send(edge.request(PATH).POST(BodyPublishers.ofString("{}")));

        assertRejected(response, 415, "unsupported_media_type", "The body of the request must be application/json.");
    }

    @Test
    void rejectsAnEncodedBody() throws Exception {
        HttpResponse<String> response =
                edge.send(json().header("content-encoding", "gzip").POST(BodyPublishers.ofString("{}")));

        assertRejected(response, 415, "unsupported_content_encoding", "The body of the request must not be encoded.");
    }

    @Test
    void acceptsIdentityEncoding() throws Exception {
        HttpResponse<String> response =
                edge.send(json().header("content-encoding", "identity").POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isNotEqualTo(415);
    }

    @Test
    void rejectsAnAcceptHeaderWithoutJson() throws Exception {
        HttpResponse<String> response =
                edge.send(json().header("accept", "text/html").POST(BodyPublishers.ofString("{}")));

        assertRejected(response, 406, null, "The response is application/json, which the Accept header leaves out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/foo", "/", "/v1/v1/realtime/client_secrets", "/openai/realtimeapi/sessions"})
    void rejectsUnknownPaths(String path) throws Exception {
        HttpResponse<String> response = edge.post(path + "?api-version=1", "{}");

        assertRejected(response, 404, null, "Invalid URL (POST " + path + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/openai/realtimeapi/transcription_sessions"})
    void rejectsOtherMethods(String path) throws Exception {
        HttpResponse<String> response = edge.get(path);

        assertRejected(response, 405, null, "Invalid method for URL (GET " + path + ")");
        assertThat(response.headers().firstValue("allow")).contains("POST");
    }

    private HttpRequest.Builder json() {
        return edge.request(PATH).header("content-type", "application/json");
    }

    private static void assertRejected(
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
