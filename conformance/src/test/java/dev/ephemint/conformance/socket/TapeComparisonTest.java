package dev.ephemint.conformance.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.SocketTape;
import dev.ephemint.conformance.tape.TapedEvent;
import dev.ephemint.conformance.tape.Tapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TapeComparisonTest {
    private static final SocketTape REFUSAL = tape("azure/refused-transcription-deployment-as-model");
    private static final TapedEvent ERROR =
            tape("openai/refused-wrong-key").events().get(0);
    private static final String BODY =
            "{'error':{'code':'OpperationNotSupported','message':'The realtime operation does"
                    + " not work with the specified model. Please choose different model and try again.'}}";

    @Test
    void takesWhatTheTapeShowsAndMore() {
        Message response = response(400, BODY.replace("'error'", "'more':1,'error'"));

        assertThat(TapeComparison.refusal(REFUSAL, response)).isEmpty();
    }

    @Test
    void namesAnotherStatusAnotherWordAndAHeaderThatIsMissing() {
        Message response = Message.response(401, BODY.replace("Opper", "Oper").replace('\'', '"'));

        assertThat(TapeComparison.refusal(REFUSAL, response))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("status: expected 400"))
                .anyMatch(line -> line.startsWith("apim-request-id: expected"))
                .anyMatch(line -> line.startsWith("/error/code: expected"));
    }

    @ParameterizedTest
    @CsvSource({"0,sk-other,invalid_api_key", "0,{key},invalid_api_key", "1,sk-other,wrong", "1,,invalid_api_key"})
    void anyKeyDoesInPlaceOfTheOneOnTheTape(int differences, String key, String code) {
        String event = "{'type':'error','event_id':'event_1','error':{'type':'invalid_request_error','code':'" + code
                + "','message':'Incorrect API key provided: " + (key == null ? "" : key)
                + ". You can find your API key at https://platform.openai.com/account/api-keys.','param':null,"
                + "'event_id':null}}";

        assertThat(TapeComparison.event(ERROR, ExactJson.parse(event.replace('\'', '"'))))
                .hasSize(differences);
    }

    private static Message response(int status, String body) {
        return Message.response(status, body.replace('\'', '"'))
                .with("apim-request-id", "1")
                .with("x-ms-region", "Here");
    }

    private static SocketTape tape(String name) {
        return Tapes.ofSocketsIn(KitData.path("socket-tapes")).stream()
                .filter(tape -> tape.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
