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
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.RefusedByVendor;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.VendorError;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiDialectTest extends DialectContract {

    private final Dialect unit = new OpenAiDialect(OpenAiEndpoint.of("https://api.openai.com/v1"));

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
        return "x-request-id";
    }

    @Test
    void sendsTheNestedBodyUnchanged() {
        MintRequest request = request("""
                {'expires_after':{'anchor':'created_at','seconds':60},
                 'session':{'type':'transcription','audio':{'input':{'turn_detection':null}}}}""");

        UpstreamCall call = unit.encode(request);

        assertThat(call.uri()).hasToString("https://api.openai.com/v1/realtime/client_secrets");
        assertThat(call.body()).isEqualTo(request.body());
    }

    @Test
    void sendsTheSafetyIdentifierAsAHeader() {
        UpstreamCall call = unit.encode(request("{}").withSafetyIdentifier("user-hash"));

        assertThat(call.headers()).containsOnlyKeys("openai-safety-identifier").containsValue("user-hash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nx: y", "ü"})
    void rejectsASafetyIdentifierThatIsNoHeaderValue(String identifier) {
        assertThat(failureOf(() -> unit.encode(request("{}").withSafetyIdentifier(identifier))))
                .isInstanceOfSatisfying(InvalidRequest.class, failure -> assertThat(failure.param())
                        .isEqualTo("OpenAI-Safety-Identifier"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'session':{'type':'transcription'}}              | {}                                  | ?intent=transcription",
                "{'session':{'type':'realtime','model':'a b'}}     | {}                                  | ?model=a+b",
                "{'session':{'type':'realtime'}}                   | {'model':'gpt-realtime-2025-08-28'} "
                        + "| ?model=gpt-realtime-2025-08-28",
                "{'session':{'type':'realtime'}}                   | {}                                  | ''",
            })
    void socketQueryDependsOnTheSession(String asked, String session, String query) {
        String response = "{'value':'ek_1','expires_at':1,'session':" + session + "}";

        assertThat(unit.decode(request(asked), reply(200, response))
                        .connection()
                        .addresses()
                        .webSocket())
                .hasToString("wss://api.openai.com/v1/realtime" + query);
    }

    @Test
    void offersWebRtcAndSubprotocols() {
        Addresses addresses = unit.decode(transcription("{}"), reply(200, vendorResponse("ek_1")))
                .connection()
                .addresses();

        assertThat(addresses.webRtc()).contains(URI.create("https://api.openai.com/v1/realtime/calls"));
        assertThat(addresses.takesSubprotocols()).isTrue();
    }

    @Test
    void sessionUpdateRepeatsTheRequestedSession() {
        MintRequest request = transcription("{'turn_detection':null}");

        assertThat(unit.sessionUpdate(request)).isEqualTo(json("""
                {'type':'session.update',
                 'session':{'type':'transcription','audio':{'input':{'turn_detection':null}}}}"""));
    }

    @Test
    void rejectsAResponseWithoutASession() {
        assertThat(failureOf(() -> unit.decode(request("{}"), reply(200, "{'value':'ek_1','expires_at':1}"))))
                .isEqualTo(new UnreadableResponse("the response has no session"));
    }

    @Test
    void mapsARecordedErrorOfOpenAi() {
        // Recorded 2026-08-20.
        String body = """
                {'error':{'message':'Turn detection is not supported for this transcription model.',
                'type':'invalid_request_error','param':'session.audio.input.turn_detection','code':'invalid_value'}}""";

        assertThat(failureOf(() -> unit.decode(transcription("{}"), reply(400, body))))
                .isEqualTo(new RefusedByVendor(
                        400,
                        new VendorError(
                                "invalid_value",
                                "session.audio.input.turn_detection",
                                "Turn detection is not supported for this transcription model.")));
    }

    @ParameterizedTest
    @CsvSource({"model_not_found", "invalid_model"})
    void distinguishesAnUnknownModelFromAnUnknownRoute(String code) {
        String body = json("{'error':{'message':'No such model','code':'" + code + "','param':'session.model'}}")
                .toString();

        assertThat(failureOf(() -> unit.decode(request("{}"), reply(404, body))))
                .isEqualTo(new RefusedByVendor(404, new VendorError(code, "session.model", "No such model")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'format':7} | session.include'. It was passed on unchanged.",
                "{'format':7,'transcription':7,'noise_reduction':7} | and 2 more. It was passed on unchanged.",
            })
    void warningNamesFiveContractViolations(String input, String end) {
        MintedToken token = unit.decode(
                transcription("{'transcription':{'model':'m'}}"),
                reply(
                        200,
                        "{'value':'ek_1','expires_at':1,'session':{'type':'transcription','include':7,'id':7,'object':7,'expires_at':'x',"
                                + "'audio':{'input':" + input + "}}}"));

        assertThat(token.connection().warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("'session.id'")
                .endsWith(end));
    }
}
