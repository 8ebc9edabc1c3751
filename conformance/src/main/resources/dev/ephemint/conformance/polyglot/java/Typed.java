import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.RealtimeApi;
import org.openapitools.client.model.*;

/** Mints as a user of the generated client writes them. */
final class Typed {
    static final List<String> CASES = List.of("transcription-null", "unknown-member", "realtime", "flat");

    private Typed() {}

    /** What was read, beside the facts about it. */
    record Minted(ObjectNode facts, Object read) {}

    static Minted mint(RealtimeApi api, String name) throws ApiException {
        return switch (name) {
            case "transcription-null" -> session(api, transcriptionNull());
            case "unknown-member" -> session(api, unknownMember());
            case "realtime" -> session(api, realtime());
            default -> flat(api);
        };
    }

    private static Minted session(RealtimeApi api, ClientSecretRequest request) throws ApiException {
        ClientSecret read = api.createClientSecret(request, null, null);
        String type = read.getSession().getActualInstance() instanceof RealtimeSession ? "realtime" : "transcription";
        return new Minted(facts(read.getValue(), read.getExpiresAt(), type, read.getConnect()), read);
    }

    private static Minted flat(RealtimeApi api) throws ApiException {
        FlatTranscriptionSession read =
                api.createTranscriptionSession(new FlatTranscriptionSessionRequest(), null, null);
        FlatClientSecret secret = read.getClientSecret();
        return new Minted(facts(secret.getValue(), secret.getExpiresAt(), "transcription", read.getConnect()), read);
    }

    private static ObjectNode facts(String value, long expiresAt, String type, Connection connect) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("value", value)
                .put("expires_at", expiresAt)
                .put("type", type)
                .put("socket", connect.getWebsocket().getUrl());
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
}
