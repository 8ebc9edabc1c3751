package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ephemint.contract.corpus.ExactTree;
import dev.ephemint.contract.model.ClientEvent;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.InputAudioBufferClearEvent;
import dev.ephemint.contract.model.InputAudioBufferClearedEvent;
import dev.ephemint.contract.model.RealtimeSessionRequest;
import dev.ephemint.contract.model.ServerEvent;
import dev.ephemint.contract.model.UnknownEvent;
import dev.ephemint.contract.model.UnknownSession;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractJsonTest {

    private final JsonMapper unit = ContractJson.mapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'expires_after':{'seconds':'600'}}",
                "{'expires_after':{'seconds':''}}",
                "{'expires_after':{'seconds':600.5}}",
                "{'expires_after':{'seconds':true}}",
                "{'expires_after':{'anchor':5}}",
                "{'expires_after':{'anchor':5.5}}",
                "{'expires_after':{'anchor':true}}",
                "{'expires_after':''}",
                "{'expires_after':[]}",
                "{'session':''}",
                "{'session':{'type':'realtime','include':[1]}}",
                "{'session':{'type':'realtime','parallel_tool_calls':'true'}}",
                "{'session':{'type':'realtime','parallel_tool_calls':1}}",
                "{'session':{'type':'realtime','audio':{'output':{'speed':'1'}}}}",
                "{'session':{'type':'realtime','audio':{'output':{'speed':' '}}}}",
                "{'session':{'type':'realtime','tools':{}}}"
            })
    void rejectsValuesOfAnotherType(String json) {
        assertThatThrownBy(() -> request(json)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'x':1,'x':2}", "{'session':{'type':'x','type':'x'}}", "{} {}", "{}x", "{'x':01}", ""})
    void rejectsTextThatIsNotExactlyOneDocument(String json) {
        assertThatThrownBy(() -> request(json)).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> unit.readTree(quoted(json) + "x")).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void readsSessionsByTheirType() throws JsonProcessingException {
        assertThat(request("{'session':{'model':'m','type':'realtime'}}").getSession())
                .isEqualTo(new RealtimeSessionRequest().type("realtime").model("m"));
        assertThat(request("{'session':{'type':'translation'}}").getSession()).isInstanceOf(UnknownSession.class);
        assertThat(request("{'session':{'type':5}}").getSession()).isInstanceOf(UnknownSession.class);
        assertThat(request("{'session':{}}").getSession()).isInstanceOf(UnknownSession.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'session':{'x':[0.50,{'y':null}],'n':123456789012345678901234567890,'type':'realtime','model':'m'}}",
                "{'session':{'type':'realtime','model':'m','x':[0.50,{'y':null}],'n':123456789012345678901234567890}}",
                "{'session':{'x':1.10,'type':'translation','y':{'z':[1e400,null]}},'w':0}",
                "{'session':{'x':1.10,'y':{'z':[1e400,null]}},'w':0}",
                "{'session':{'x':1.10,'type':{'z':[1.0]},'y':null},'w':0}",
                "{'session':{'x':1.10,'type':null},'w':0}"
            })
    void keepsMembersBeforeAndAfterTheType(String json) throws IOException {
        JsonNode document = unit.readTree(quoted(json));
        ClientSecretRequest read = request(json);
        JsonNode written = unit.readTree(unit.writeValueAsBytes(read));
        assertThat(ExactTree.equal(written, document)).as("%s", written).isTrue();
        assertThat(unit.treeToValue(document, ClientSecretRequest.class)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'session':{'x':1,'type':'realtime','x':2}}",
                "{'session':{'type':'realtime','x':1,'type':'realtime'}}",
                "{'session':{'x':1,'x':2}}"
            })
    void rejectsRepeatedMembersOfSessions(String json) {
        assertThatThrownBy(() -> request(json)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void readsEventsByTheirType() throws JsonProcessingException {
        assertThat(unit.readValue(quoted("{'event_id':'e','type':'input_audio_buffer.cleared'}"), ServerEvent.class))
                .isEqualTo(new InputAudioBufferClearedEvent()
                        .type("input_audio_buffer.cleared")
                        .eventId("e"));
        assertThat(unit.readValue(quoted("{'type':'input_audio_buffer.clear'}"), ClientEvent.class))
                .isInstanceOf(InputAudioBufferClearEvent.class);
    }

    @Test
    void keepsEventsOfAnyType() throws JsonProcessingException {
        String text = quoted("{'type':'rate_limits.updated','event_id':'e','more':[null]}");

        ServerEvent event = unit.readValue(text, ServerEvent.class);

        assertThat(event).isInstanceOf(UnknownEvent.class);
        assertThat(event.getType()).isEqualTo("rate_limits.updated");
        assertThat(event.getEventId()).isEqualTo("e");
        assertThat(unit.writeValueAsString(event)).isEqualTo(text);
        assertThat(unit.readValue("{}", ServerEvent.class).getType()).isNull();
    }

    @Test
    void distinguishesAbsentFromNull() throws JsonProcessingException {
        assertThat(request("{}").getSession_JsonNullable().isPresent()).isFalse();
        assertThat(request("{'session':null}").getSession_JsonNullable().isPresent())
                .isTrue();
    }

    private ClientSecretRequest request(String json) throws JsonProcessingException {
        return unit.readValue(quoted(json), ClientSecretRequest.class);
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
