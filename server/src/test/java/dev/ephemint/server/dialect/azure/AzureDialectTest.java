package dev.ephemint.server.dialect.azure;

import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.json;
import static dev.ephemint.server.Fixtures.reply;
import static dev.ephemint.server.Fixtures.request;
import static dev.ephemint.server.Fixtures.transcription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.DialectContract;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.RefusedByVendor;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.VendorError;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureDialectTest extends DialectContract {

    private static final MintRequest REALTIME = request("""
            {'session':{'type':'realtime','model':'gpt-realtime',
             'audio':{'input':{'transcription':{'model':'gpt-realtime-whisper'}}}}}""");

    private final Dialect unit = new AzureDialect(
            AzureEndpoint.of("https://res.openai.azure.com"),
            new Deployments(Map.of("gpt-realtime", "rt", "gpt-realtime-whisper", "ears")));

    @Override
    protected Dialect unit() {
        return unit;
    }

    @Override
    protected String vendorResponse(String token) {
        return "{'value':'" + token + "','expires_at':1792000000,'session':{'type':'transcription','x_future':null}}";
    }

    @Override
    protected String requestIdHeader() {
        return "apim-request-id";
    }

    @Test
    void sendsDeploymentsInsteadOfModels() {
        assertThat(unit.encode(REALTIME).uri())
                .hasToString("https://res.openai.azure.com/openai/v1/realtime/client_secrets");
        assertThat(unit.encode(REALTIME).body()).isEqualTo(json("""
                {'session':{'type':'realtime','model':'rt',
                 'audio':{'input':{'transcription':{'model':'ears'}}}}}"""));
    }

    @Test
    void mapsDeploymentsBackInTheResponse() {
        String vendorResponse = """
                {'value':'ek_1','expires_at':1,'session':{'type':'realtime','model':'rt',
                 'audio':{'input':{'transcription':{'model':'ears','language':null}}}}}""";

        MintedToken token = unit.decode(REALTIME, reply(200, vendorResponse));

        assertThat(token.response().at("/session/model").textValue()).isEqualTo("gpt-realtime");
        assertThat(token.response().at("/session/audio/input/transcription"))
                .isEqualTo(json("{'model':'gpt-realtime-whisper','language':null}"));
        assertThat(token.connection().addresses().webSocket())
                .hasToString("wss://res.openai.azure.com/openai/v1/realtime?model=rt");
    }

    @Test
    void offersWebRtcButNoSubprotocols() {
        Addresses addresses = unit.decode(REALTIME, reply(200, vendorResponse("ek_1")))
                .connection()
                .addresses();

        assertThat(addresses.webRtc()).contains(URI.create("https://res.openai.azure.com/openai/v1/realtime/calls"));
        assertThat(addresses.takesSubprotocols()).isFalse();
    }

    @Test
    void sessionUpdateNamesDeployments() {
        assertThat(unit.sessionUpdate(transcription("{'transcription':{'model':'gpt-realtime-whisper'}}")))
                .isEqualTo(json("""
                        {'type':'session.update','session':{'type':'transcription',
                         'audio':{'input':{'transcription':{'model':'ears'}}}}}"""));
    }

    @Test
    void keepsAModelInTheResponseThatIsNotTheDeployment() {
        String vendorResponse = """
                {'value':'ek_1','expires_at':1,'session':{'type':'realtime','model':'gpt-realtime-2025-08-28',
                 'audio':{'input':{'transcription':null}}}}""";

        assertThat(unit.decode(REALTIME, reply(200, vendorResponse))
                        .response()
                        .at("/session/model")
                        .textValue())
                .isEqualTo("gpt-realtime-2025-08-28");
    }

    @Test
    void sendsAModelWithoutADeploymentUnchanged() {
        assertThat(unit.encode(transcription("{'transcription':{'model':'my-own'}}"))
                        .body()
                        .at("/session/audio/input/transcription/model")
                        .textValue())
                .isEqualTo("my-own");
    }

    @Test
    void keepsAModelThatIsNotAString() {
        MintRequest request = transcription("{'transcription':{'model':null}}");

        assertThat(unit.encode(request).body()).isEqualTo(request.body());
        assertThat(unit.decode(request, reply(200, vendorResponse("ek_1")))
                        .response()
                        .has("session"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'transcription','model':'gpt-realtime-whisper'}        | session.model",
                "{'type':'realtime','input_audio_transcription':{'model':'x'}}  | session.input_audio_transcription",
            })
    void rejectsShapesThatAzureFailsOnWith500(String session, String param) {
        assertThat(failureOf(() -> unit.encode(request("{'session':" + session + "}"))))
                .isEqualTo(new InvalidRequest(param, "unknown_parameter", "Unknown parameter: '" + param + "'."));
    }

    @ParameterizedTest
    @CsvSource({
        "transcription, OpperationNotSupported, OperationNotSupported, session.audio.input.transcription.model",
        "realtime, OperationNotSupported, OperationNotSupported, session.model",
        "realtime, DeploymentNotFound, DeploymentNotFound, session.model",
        "realtime, InvalidSessionType, InvalidSessionType, session.type",
        "realtime, OtherCode, OtherCode,",
    })
    void addsTheParamThatAzureOmits(String type, String sent, String code, String param) {
        MintRequest request = request("{'session':{'type':'" + type + "'}}");

        assertThat(failureOf(() -> unit.decode(request, reply(400, "{'error':{'code':'" + sent + "'}}"))))
                .isEqualTo(new RefusedByVendor(400, new VendorError(code, param, "The vendor gave no reason.")));
    }

    @Test
    void keepsTheParamOfAzure() {
        assertThat(failureOf(() -> unit.decode(
                        REALTIME, reply(400, "{'error':{'code':'OperationNotSupported','param':'p','message':'m'}}"))))
                .isEqualTo(new RefusedByVendor(400, new VendorError("OperationNotSupported", "p", "m")));
    }

    @Test
    void mapsAnErrorWithoutACode() {
        assertThat(failureOf(() -> unit.decode(REALTIME, reply(422, "{'detail':'Not Found'}"))))
                .isEqualTo(new RefusedByVendor(422, new VendorError(null, null, "Not Found")));
    }

    @Test
    void distinguishesAMissingDeploymentFromAMissingRoute() {
        assertThat(failureOf(() -> unit.decode(
                        transcription("{}"), reply(404, "{'error':{'code':'DeploymentNotFound','message':'m'}}"))))
                .isEqualTo(new RefusedByVendor(
                        404, new VendorError("DeploymentNotFound", "session.audio.input.transcription.model", "m")));
    }
}
