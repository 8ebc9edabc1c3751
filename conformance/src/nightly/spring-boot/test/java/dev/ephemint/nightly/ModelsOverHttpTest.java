package dev.ephemint.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.corpus.Corpus;
import dev.ephemint.contract.corpus.ExactTree;
import dev.ephemint.contract.corpus.Specimen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ModelsOverHttpTest {

    private static final Set<String> ECHOED = Set.of(
            "ClientSecret",
            "ClientSecretRequest",
            "FlatTranscriptionSession",
            "FlatTranscriptionSessionRequest",
            "ErrorResponse");

    private static final String SECRET =
            "{\"value\":\"ek_example\",\"expires_at\":null,\"session\":{\"type\":\"brand_new\",\"instructions\":null}}";

    private final HttpClient client = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @Test
    void aControllerReturnsAModelAsItIs() throws Exception {
        assertThat(get("/secret")).isEqualTo(SECRET);
        assertThat(get("/page")).isEqualTo("{\"title\":\"Captions\",\"secret\":" + SECRET + "}");
        assertThat(get("/secrets")).isEqualTo("{\"secrets\":[" + SECRET + "]}");
    }

    @Test
    void everyDocumentComesBackAsItWasSent() {
        List<Specimen> specimens = Corpus.specimens()
                .filter(specimen -> ECHOED.contains(specimen.schema()))
                .toList();

        assertThat(specimens).hasSizeGreaterThan(500);
        assertThat(specimens).extracting(Specimen::schema).containsAll(ECHOED);
        assertThat(specimens.stream()
                        .filter(specimen -> !ExactTree.equal(specimen.json(), echoed(specimen)))
                        .map(Specimen::toString))
                .isEmpty();
    }

    @Test
    void whatIsNoModelIsTheCallersFault() throws Exception {
        HttpResponse<String> response = post("/ClientSecretRequest", "{\"expires_after\":{\"seconds\":\"soon\"}}");

        assertThat(response.statusCode()).isEqualTo(400);
    }

    private JsonNode echoed(Specimen specimen) {
        try {
            HttpResponse<String> response =
                    post("/" + specimen.schema(), specimen.json().toString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return ContractJson.mapper().readTree(response.body());
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(specimen.toString(), broken);
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
