import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.RealtimeApi;
import org.openapitools.client.model.*;

/** Mints four times with the generated client and prints, one JSON line each, what it read. */
public final class Mint {
    public static void main(String[] args) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(args[0]);
        RealtimeApi api = new RealtimeApi(client);
        ObjectMapper mapper = client.getObjectMapper();

        for (ClientSecretRequest request : List.of(transcriptionNull(), unknownMember(), realtime())) {
            ClientSecret read = api.createClientSecret(request, null);
            boolean realtime = read.getSession().getActualInstance() instanceof RealtimeSession;
            report(
                    mapper,
                    read.getValue(),
                    read.getExpiresAt(),
                    realtime ? "realtime" : "transcription",
                    read.getConnect(),
                    read);
        }
        FlatTranscriptionSession flat = api.createTranscriptionSession(new FlatTranscriptionSessionRequest(), null);
        FlatClientSecret secret = flat.getClientSecret();
        report(mapper, secret.getValue(), secret.getExpiresAt(), "transcription", flat.getConnect(), flat);
    }

    private static ClientSecretRequest transcriptionNull() {
        return transcription(new AudioInputRequest()
                        .format(new AudioFormat().type("audio/pcm").rate(24000L))
                        .transcription(new AudioTranscription().model("gpt-live-transcribe"))
                        .turnDetection(null))
                .expiresAfter(new ExpiresAfter().anchor("created_at").seconds(60L));
    }

    private static ClientSecretRequest unknownMember() {
        AudioTranscription transcription =
                new AudioTranscription().model("gpt-4o-transcribe").language("en");
        TurnDetection detection = new TurnDetection().type("server_vad").threshold(new BigDecimal("0.6"));
        transcription.putAdditionalProperty("x_hint", Arrays.asList(null, 1));
        detection.putAdditionalProperty("x_mode", Collections.singletonMap("deep", null));
        return transcription(
                new AudioInputRequest().transcription(transcription).turnDetection(detection));
    }

    private static ClientSecretRequest realtime() {
        TurnDetection detection = new TurnDetection()
                .type("server_vad")
                .threshold(new BigDecimal("0.6"))
                .prefixPaddingMs(new BigDecimal("300"))
                .silenceDurationMs(new BigDecimal("200.5"))
                .idleTimeoutMs(null);
        RealtimeAudioRequest audio = new RealtimeAudioRequest()
                .input(new AudioInputRequest().turnDetection(detection))
                .output(new AudioOutput().voice(new Voice("marin")));
        Tool tool = new Tool().type("function").name("get_temperature").parameters(Map.of("type", "object"));
        RealtimeSessionRequest session = new RealtimeSessionRequest()
                .type(RealtimeSessionRequest.TypeEnum.REALTIME)
                .model("gpt-realtime")
                .outputModalities(List.of("audio"))
                .audio(audio)
                .tools(List.of(tool))
                .toolChoice(new ToolChoice("auto"))
                .maxOutputTokens(77);
        return new ClientSecretRequest().session(new SessionRequest(session));
    }

    private static ClientSecretRequest transcription(AudioInputRequest input) {
        TranscriptionSessionRequest session = new TranscriptionSessionRequest()
                .type(TranscriptionSessionRequest.TypeEnum.TRANSCRIPTION)
                .audio(new TranscriptionAudioRequest().input(input));
        return new ClientSecretRequest().session(new SessionRequest(session));
    }

    private static void report(
            ObjectMapper mapper, String value, long expiresAt, String type, Connection connect, Object read)
            throws Exception {
        ObjectNode facts = mapper.createObjectNode()
                .put("value", value)
                .put("expires_at", expiresAt)
                .put("type", type)
                .put("socket", connect.getWebsocket().getUrl());
        System.out.println(
                mapper.writeValueAsString(facts.putRawValue("read", new RawValue(mapper.writeValueAsString(read)))));
    }
}
