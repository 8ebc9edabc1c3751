package dev.ephemint.server.mint.shape;

import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatShapeTest {

    private static final String WHOLE_FLAT = """
            {'input_audio_format':'g711_ulaw',
             'input_audio_transcription':{'model':'whisper-1','language':'de','prompt':null,'x':{'y':null}},
             'input_audio_noise_reduction':{'type':'near_field'},
             'turn_detection':{'type':'server_vad','threshold':0.500,'prefix_padding_ms':0},
             'include':['item.input_audio_transcription.logprobs'],
             'x_future':{'a':null},
             'client_secret':{'expires_after':{'anchor':'created_at','seconds':60}}}""";

    private static final String WHOLE_NESTED = """
            {'expires_after':{'anchor':'created_at','seconds':60},
             'session':{'type':'transcription','include':['item.input_audio_transcription.logprobs'],
               'x_future':{'a':null},
               'audio':{'input':{'format':{'type':'audio/pcmu'},
                 'transcription':{'model':'whisper-1','language':'de','prompt':null,'x':{'y':null}},
                 'noise_reduction':{'type':'near_field'},
                 'turn_detection':{'type':'server_vad','threshold':0.500,'prefix_padding_ms':0}}}}}""";

    @Test
    void nestsEveryMemberOfAFlatRequest() {
        assertThat(FlatShape.nestRequest(json(WHOLE_FLAT)).body()).isEqualTo(json(WHOLE_NESTED));
    }

    @Test
    void flattensEveryMemberOfANestedRequest() {
        assertThat(FlatShape.flattenRequest(json(WHOLE_NESTED))).isEqualTo(json(WHOLE_FLAT));
    }

    @Test
    void nestsAnEmptyFlatRequestAsATranscriptionSession() {
        assertThat(FlatShape.nestRequest(json("{}")).body()).isEqualTo(json("{'session':{'type':'transcription'}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"input_audio_transcription", "input_audio_noise_reduction", "turn_detection"})
    void keepsAnExplicitNullInBothDirections(String member) {
        ObjectNode flat = json("{'" + member + "':null}");

        ObjectNode nested = FlatShape.nestRequest(flat).body();

        assertThat(nested.at("/session/audio/input")).hasSize(1).allMatch(node -> node.isNull());
        assertThat(FlatShape.flattenRequest(nested)).isEqualTo(flat);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pcm16     | {'type':'audio/pcm','rate':24000}",
                "g711_ulaw | {'type':'audio/pcmu'}",
                "g711_alaw | {'type':'audio/pcma'}",
                "opus      | {'type':'opus'}",
            })
    void translatesAudioFormatsInBothDirections(String flat, String nested) {
        ObjectNode flatRequest = json("{'input_audio_format':'" + flat + "'}");
        ObjectNode nestedRequest =
                json("{'session':{'type':'transcription','audio':{'input':{'format':" + nested + "}}}}");

        assertThat(FlatShape.nestRequest(flatRequest).body()).isEqualTo(nestedRequest);
        assertThat(FlatShape.flattenRequest(nestedRequest)).isEqualTo(flatRequest);
    }

    @Test
    void flattensPcmWithoutARateToPcm16() {
        ObjectNode nested =
                json("{'session':{'type':'transcription','audio':{'input':{'format':{'type':'audio/pcm'}}}}}");

        assertThat(FlatShape.flattenRequest(nested)).isEqualTo(json("{'input_audio_format':'pcm16'}"));
    }

    @Test
    void acceptsARateOfAnyNumberType() {
        ObjectNode nested =
                json("{'session':{'type':'transcription','audio':{'input':{'format':{'type':'audio/pcm'}}}}}");
        nested.withObject("/session/audio/input/format").put("rate", 24_000L);

        assertThat(FlatShape.flattenRequest(nested)).isEqualTo(json("{'input_audio_format':'pcm16'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'24000'", "48000", "24000.5", "null"})
    void rejectsARateThatTheFlatFormatCannotExpress(String rate) {
        ObjectNode nested =
                json("{'session':{'type':'transcription','audio':{'input':{'format':{'type':'audio/pcm','rate':" + rate
                        + "}}}}}");

        assertThat(failureOf(() -> FlatShape.flattenRequest(nested)))
                .isInstanceOfSatisfying(InvalidRequest.class, failure -> assertThat(failure.param())
                        .isEqualTo("session.audio.input.format"));
    }

    @Test
    void passesOnANullFormat() {
        MintRequest request = FlatShape.nestRequest(json("{'input_audio_format':null}"));

        assertThat(request.at("/session/audio/input/format").isNull()).isTrue();
    }

    @Test
    void rejectsALifetimeInExpiresAt() {
        MintFailure failure =
                failureOf(() -> FlatShape.nestRequest(json("{'client_secret':{'expires_at':{'seconds':7200}}}")));

        assertThat(failure)
                .isEqualTo(new InvalidRequest(
                        "client_secret.expires_at",
                        "unknown_parameter",
                        "Unknown parameter: 'client_secret.expires_at'. It belongs in 'expires_after'."));
    }

    @Test
    void rejectsANestedMemberInAFlatRequest() {
        assertThat(failureOf(() -> FlatShape.nestRequest(json("{'audio':{}}"))))
                .isEqualTo(new InvalidRequest(
                        "session.audio",
                        "unknown_parameter",
                        "Unknown parameter: 'session.audio'. It is a member of the nested shape,"
                                + " POST /v1/realtime/client_secrets."));
    }

    @Test
    void dropsModalitiesWithAWarning() {
        MintRequest request = FlatShape.nestRequest(json("{'modalities':['text']}"));

        assertThat(request.body()).isEqualTo(json("{'session':{'type':'transcription'}}"));
        assertThat(request.warnings()).extracting(MintWarning::param).containsExactly("session.modalities");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'session':{'type':'realtime'}}                                                       | session.type",
                "{'session':{}}                                                                        | session.type",
                "{'x':1}                                                                               | x",
                "{'session':{'type':'transcription','audio':{'output':{'speed':1}}}}                   | session.audio.output",
                "{'session':{'type':'transcription','audio':{'input':{'gain':1}}}}                     | session.audio.input.gain",
                "{'session':{'type':'transcription','audio':{'input':{'format':{'type':'audio/pcm','rate':48000}}}}}"
                        + " | session.audio.input.format",
                "{'session':{'type':'transcription','audio':{'input':{'format':{'rate':24000}}}}} | session.audio.input.format",
                "{'session':{'type':'transcription','audio':null}}                                     | session.audio",
            })
    void rejectsWhatTheFlatShapeCannotExpress(String nested, String param) {
        assertThat(failureOf(() -> FlatShape.flattenRequest(json(nested))))
                .isInstanceOfSatisfying(InvalidRequest.class, failure -> assertThat(failure.param())
                        .isEqualTo(param));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'input':{}}"})
    void flattensEmptyAudioToNothing(String audio) {
        ObjectNode nested = json("{'session':{'type':'transcription','audio':" + audio + "}}");

        assertThat(FlatShape.flattenRequest(nested)).isEqualTo(json("{}"));
    }

    @Test
    void keepsAFormatWithoutATypeInAResponse() {
        ObjectNode nested = json("{'value':'ek_x','session':{'type':'transcription','audio':{'input':{'format':{}}}}}");

        ObjectNode flat = FlatShape.flattenResponse(nested);

        assertThat(flat.has("input_audio_format")).isFalse();
        assertThat(FlatShape.nestResponse(flat)).isEqualTo(nested);
    }

    @Test
    void keepsANullFormatInAResponse() {
        ObjectNode nested =
                json("{'value':'ek_x','session':{'type':'transcription','audio':{'input':{'format':null}}}}");

        ObjectNode flat = FlatShape.flattenResponse(nested);

        assertThat(flat.get("input_audio_format").isNull()).isTrue();
        assertThat(FlatShape.nestResponse(flat)).isEqualTo(nested);
    }

    @Test
    void acceptsOnlyTheTypeTranscriptionInAFlatRequest() {
        // Azure's older specification requires the type in the flat shape.
        assertThat(FlatShape.nestRequest(json("{'type':'transcription'}")).isTranscription())
                .isTrue();
        assertThat(failureOf(() -> FlatShape.nestRequest(json("{'type':'realtime'}"))))
                .isEqualTo(new InvalidRequest(
                        "session.type", "invalid_value", "The flat shape asks for transcription sessions only."));
    }

    @Test
    void rejectsAFlatMemberInANestedSession() {
        InvalidRequest failure = (InvalidRequest) failureOf(
                () -> FlatShape.flattenRequest(json("{'session':{'type':'transcription','client_secret':{}}}")));

        assertThat(failure.param()).isEqualTo("session.client_secret");
        assertThat(failure.code()).isEqualTo("unknown_parameter");
    }

    @Test
    void requiresNoTypeWithoutASession() {
        assertThatCode(() -> FlatShape.requireTranscription(json("{}").path("session")))
                .doesNotThrowAnyException();
    }

    @Test
    void flattensARequestWithoutASession() {
        assertThat(FlatShape.flattenRequest(json("{}"))).isEqualTo(json("{}"));
    }

    @Test
    void nestsAndFlattensARecordedResponse() {
        // Recorded 2025-07-11 on OpenAI's beta.
        ObjectNode flat = json("""
                {'id':'sess_BsCec','object':'realtime.transcription_session','expires_at':0,
                 'input_audio_noise_reduction':{'type':'near_field'},
                 'turn_detection':{'type':'semantic_vad','eagerness':'medium'},
                 'input_audio_format':'pcm16','input_audio_transcription':null,
                 'client_secret':{'value':'ek_x','expires_at':1752258064},
                 'include':['item.input_audio_transcription.logprobs']}""");

        ObjectNode nested = FlatShape.nestResponse(flat);

        assertThat(nested).isEqualTo(json("""
                {'value':'ek_x','expires_at':1752258064,
                 'session':{'type':'transcription','id':'sess_BsCec','object':'realtime.transcription_session',
                   'expires_at':0,'include':['item.input_audio_transcription.logprobs'],
                   'audio':{'input':{'format':{'type':'audio/pcm','rate':24000},'transcription':null,
                     'noise_reduction':{'type':'near_field'},
                     'turn_detection':{'type':'semantic_vad','eagerness':'medium'}}}}}"""));
        assertThat(FlatShape.flattenResponse(nested)).isEqualTo(flat);
    }

    @Test
    void keepsUnknownMembersOfAResponseInBothDirections() {
        ObjectNode nested = json("""
                {'value':'ek_x','expires_at':1,'x_top':null,'connect':{'verified':false},
                 'session':{'type':'transcription','x_session':{'n':null},'audio':{'x_audio':1,
                   'input':{'format':{'type':'audio/pcm','rate':48000},'x_input':2}}}}""");

        ObjectNode flat = FlatShape.flattenResponse(nested);

        assertThat(flat.at("/client_secret/x_top").isNull()).isTrue();
        assertThat(flat.at("/connect/verified").isBoolean()).isTrue();
        flat.remove("connect");
        nested.remove("connect");
        assertThat(FlatShape.nestResponse(flat)).isEqualTo(nested);
    }

    @Test
    void keepsOutputAudioOfAResponse() {
        ObjectNode nested = json("{'value':'ek_x','session':{'type':'transcription','audio':{'output':{'x':null}}}}");

        assertThat(FlatShape.nestResponse(FlatShape.flattenResponse(nested))).isEqualTo(nested);
    }

    @Test
    void convertsAResponseWithoutSecretOrSession() {
        assertThat(FlatShape.nestResponse(json("{'client_secret':null}")).has("value"))
                .isFalse();
        assertThat(FlatShape.flattenResponse(json("{'value':'ek_x'}")))
                .isEqualTo(json("{'client_secret':{'value':'ek_x'}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "'realtime'", "{}"})
    void rejectsATypeThatIsNotTranscription(String type) {
        assertThat(failureOf(() -> FlatShape.nestRequest(json("{'type':" + type + "}"))))
                .isInstanceOfSatisfying(
                        InvalidRequest.class, refusal -> assertThat(FlatShape.flatParam(refusal.param()))
                                .isEqualTo("type"));
    }

    @Test
    void treatsANullClientSecretAsAbsent() {
        assertThat(FlatShape.nestRequest(json("{'client_secret':null}")).body())
                .isEqualTo(json("{'session':{'type':'transcription'}}"));
    }
}
