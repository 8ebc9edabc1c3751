package dev.ephemint.server.dialect.openai;

import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.json;
import static dev.ephemint.server.Fixtures.reply;
import static dev.ephemint.server.Fixtures.request;
import static dev.ephemint.server.Fixtures.transcription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.DialectContract;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.RefusedByVendor;
import dev.ephemint.server.mint.VendorError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiBetaDialectTest extends DialectContract {

    private final Dialect unit = new OpenAiBetaDialect(OpenAiEndpoint.of("http://127.0.0.1:9/v1"));

    @Override
    protected Dialect unit() {
        return unit;
    }

    @Override
    protected String vendorResponse(String token) {
        return "{'id':'sess_1','x_future':null,'client_secret':{'value':'" + token + "','expires_at':1792000000}}";
    }

    @Override
    protected String requestIdHeader() {
        return "x-request-id";
    }

    @Test
    void sendsTheFlatBody() {
        UpstreamCall call = unit.encode(request("""
                {'expires_after':{'anchor':'created_at','seconds':10},'session':{'type':'transcription',
                 'audio':{'input':{'transcription':{'model':'whisper-1'},'turn_detection':{'type':'semantic_vad'}}}}}""").withSafetyIdentifier("user-hash"));

        assertThat(call.uri()).hasToString("http://127.0.0.1:9/v1/realtime/transcription_sessions");
        assertThat(call.headers()).containsEntry("openai-safety-identifier", "user-hash");
        assertThat(call.body()).isEqualTo(json("""
                {'client_secret':{'expires_after':{'anchor':'created_at','seconds':10}},
                 'input_audio_transcription':{'model':'whisper-1'},'turn_detection':{'type':'semantic_vad'}}"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'transcription':{'languages':['de']}}          | session.audio.input.transcription.languages",
                "{'transcription':{'keywords':['x']}}            | session.audio.input.transcription.keywords",
                "{'transcription':{'delay':'low'}}               | session.audio.input.transcription.delay",
                "{'noise_reduction':{'strength':1}}              | session.audio.input.noise_reduction.strength",
                "{'turn_detection':{'idle_timeout_ms':6000}}     | session.audio.input.turn_detection.idle_timeout_ms",
            })
    void rejectsWhatTheBetaDoesNotSupport(String audioInput, String param) {
        assertThat(failureOf(() -> unit.encode(transcription(audioInput))))
                .isEqualTo(new InvalidRequest(
                        param, "unsupported_parameter", "This upstream does not support '" + param + "'."));
    }

    @Test
    void nestsTheParamOfAVendorError() {
        String body = "{'error':{'code':'invalid_value','param':'turn_detection.type','message':'No such type.'}}";

        assertThat(failureOf(() -> unit.decode(transcription("{}"), reply(400, body))))
                .isEqualTo(new RefusedByVendor(
                        400,
                        new VendorError("invalid_value", "session.audio.input.turn_detection.type", "No such type.")));
    }

    @Test
    void offersTheTranscriptionSocket() {
        assertThat(unit.decode(transcription("{}"), reply(200, vendorResponse("ek_1")))
                        .connection()
                        .addresses()
                        .webSocket())
                .hasToString("ws://127.0.0.1:9/v1/realtime?intent=transcription");
    }

    @Test
    void sessionUpdateIsTheBetasEvent() {
        String body = "{'expires_after':{'anchor':'created_at','seconds':60},'session':"
                + "{'type':'transcription','audio':{'input':{'transcription':{'model':'whisper-1'}}}}}";

        assertThat(unit.sessionUpdate(request(body)))
                .isEqualTo(json("{'type':'transcription_session.update','session':"
                        + "{'input_audio_transcription':{'model':'whisper-1'}}}"));
    }
}
