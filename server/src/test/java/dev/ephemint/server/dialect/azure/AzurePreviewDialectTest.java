package dev.ephemint.server.dialect.azure;

import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.json;
import static dev.ephemint.server.Fixtures.reply;
import static dev.ephemint.server.Fixtures.request;
import static dev.ephemint.server.Fixtures.transcription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.DialectContract;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.RefusedByVendor;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.VendorError;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzurePreviewDialectTest extends DialectContract {

    private static final MintRequest WHISPER = transcription("{'transcription':{'model':'gpt-realtime-whisper'}}");

    private final Dialect unit = new AzurePreviewDialect(
            AzureEndpoint.of("https://res.openai.azure.com"),
            new Deployments(Map.of("gpt-realtime-whisper", "ears")),
            "2025-04-01-preview");

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
        return "apim-request-id";
    }

    @Test
    void sendsTheFlatBodyWithTheDeployment() {
        UpstreamCall call = unit.encode(WHISPER);

        assertThat(call.uri())
                .hasToString("https://res.openai.azure.com/openai/realtimeapi/transcription_sessions"
                        + "?api-version=2025-04-01-preview");
        assertThat(call.body()).isEqualTo(json("{'input_audio_transcription':{'model':'ears'}}"));
    }

    @Test
    void mapsDeploymentBackInTheResponse() {
        MintedToken token = unit.decode(
                WHISPER,
                reply(
                        200,
                        "{'input_audio_transcription':{'model':'ears'},'client_secret':{'value':'ek_1','expires_at':1}}"));

        assertThat(token.response()
                        .at("/session/audio/input/transcription/model")
                        .textValue())
                .isEqualTo("gpt-realtime-whisper");
    }

    @Test
    void offersTheTranscriptionSocketWithoutADeployment() {
        assertThat(unit.decode(WHISPER, reply(200, vendorResponse("ek_1")))
                        .connection()
                        .addresses()
                        .webSocket())
                .hasToString("wss://res.openai.azure.com/openai/realtime"
                        + "?api-version=2025-04-01-preview&intent=transcription");
    }

    @Test
    void offersNeitherWebRtcNorSubprotocols() {
        Addresses addresses = unit.decode(WHISPER, reply(200, vendorResponse("ek_1")))
                .connection()
                .addresses();

        assertThat(addresses.webRtc()).isEmpty();
        assertThat(addresses.takesSubprotocols()).isFalse();
    }

    @Test
    void sessionUpdateIsThePreviewsEvent() {
        MintRequest request = request("{'expires_after':{'seconds':9},'session':" + WHISPER.at("/session") + "}");

        assertThat(unit.sessionUpdate(request))
                .isEqualTo(
                        json(
                                "{'type':'transcription_session.update','session':{'input_audio_transcription':{'model':'ears'}}}"));
    }

    @Test
    void warnsThatThePreviewIsDeprecated() {
        assertThat(unit.decode(WHISPER, reply(200, vendorResponse("ek_1")))
                        .connection()
                        .warnings())
                .extracting(MintWarning::code)
                .containsExactly("deprecated_upstream");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'expires_after':{'seconds':60},'session':{'type':'transcription'}} | expires_after",
                "{'session':{'type':'transcription','audio':{'input':{'turn_detection':{'type':'semantic_vad'}}}}}"
                        + " | session.audio.input.turn_detection.type",
                "{'session':{'type':'transcription','audio':{'input':{'transcription':{'delay':'low'}}}}}"
                        + " | session.audio.input.transcription.delay",
                "{'session':{'type':'realtime'}} | session.type",
            })
    void rejectsWhatThePreviewDoesNotSupport(String body, String param) {
        assertThat(failureOf(() -> unit.encode(request(body))))
                .isInstanceOfSatisfying(InvalidRequest.class, failure -> assertThat(failure.param())
                        .isEqualTo(param));
    }

    @Test
    void sendsServerVad() {
        assertThat(unit.encode(transcription("{'turn_detection':{'type':'server_vad'}}"))
                        .body())
                .isEqualTo(json("{'turn_detection':{'type':'server_vad'}}"));
    }

    @Test
    void nestsTheParamOfAVendorError() {
        assertThat(failureOf(() -> unit.decode(
                        WHISPER, reply(400, "{'error':{'code':'x','param':'input_audio_format','message':'m'}}"))))
                .isEqualTo(new RefusedByVendor(400, new VendorError("x", "session.audio.input.format", "m")));
    }

    @Test
    void addsTheParamThatThePreviewOmits() {
        assertThat(failureOf(() -> unit.decode(WHISPER, reply(400, "{'error':{'code':'OperationNotSupported'}}"))))
                .isEqualTo(new RefusedByVendor(
                        400,
                        new VendorError(
                                "OperationNotSupported",
                                "session.audio.input.transcription.model",
                                "The vendor gave no reason.")));
    }
}
