import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.RealtimeApi;
import org.openapitools.client.model.ClientSecretRequest;
import org.openapitools.client.model.FlatTranscriptionSessionRequest;

/** Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads. */
final class Harness {
    private static final ObjectMapper PROTOCOL = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ApiClient client = new ApiClient();
    private final ObjectMapper mapper = client.getObjectMapper();
    private RealtimeApi api;

    public static void main(String[] args) throws Exception {
        Harness harness = new Harness();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(harness.respondOrReport(PROTOCOL.readTree(line)));
        }
    }

    private String respondOrReport(JsonNode question) throws Exception {
        ObjectNode response;
        try {
            response = respond(question);
        } catch (Exception e) {
            response = JsonNodeFactory.instance.objectNode().put("error", e.toString());
        }
        return PROTOCOL.writeValueAsString(response);
    }

    private ObjectNode respond(JsonNode question) throws Exception {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        switch (question.path("do").asText()) {
            case "start" -> {
                client.updateBaseUri(question.path("base").asText());
                api = new RealtimeApi(client);
                Typed.CASES.forEach(response.putArray("typed")::add);
                return response;
            }
            case "typed" -> {
                Typed.Minted minted = Typed.mint(api, question.path("case").asText());
                return read(minted.facts(), minted.read());
            }
            case "mint" -> {
                return read(
                        response,
                        mint(
                                question.path("shape").asText(),
                                question.get("request").toString()));
            }
            default -> throw new IllegalArgumentException("cannot do " + question.path("do"));
        }
    }

    private Object mint(String shape, String body) throws Exception {
        return shape.equals("flat")
                ? api.createTranscriptionSession(
                        mapper.readValue(body, FlatTranscriptionSessionRequest.class), null, null)
                : api.createClientSecret(mapper.readValue(body, ClientSecretRequest.class), null, null);
    }

    private ObjectNode read(ObjectNode response, Object read) throws Exception {
        return response.putRawValue("read", new RawValue(mapper.writeValueAsString(read)));
    }
}
