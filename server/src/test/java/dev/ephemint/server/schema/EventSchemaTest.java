package dev.ephemint.server.schema;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Socket events are validated like mint requests. */
class EventSchemaTest {

    private static final String ITEM = "'event_id':'e','item_id':'i','content_index':0";
    private static final String TRANSCRIPTION = "conversation.item.input_audio_transcription.";

    private final ContractSchema unit = ContractSchema.ofEvents(Document.CONTRACT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'response.created','event_id':'e','response':{}}",
                "{'type':'rate_limits.updated'}",
                "{'type':'input_audio_buffer.committed','event_id':'e','item_id':'i','previous_item_id':null,'more':[]}"
            })
    void acceptsEventsOfUnknownTypes(String event) {
        assertThat(unit.validate("ServerEvent", json(event))).isEmpty();
    }

    @Test
    void requiresTypeOfEveryEvent() {
        assertThat(unit.validate("ServerEvent", json("{'event_id':'e'}")))
                .contains(new Violation("type", "missing_required_parameter", "Missing required parameter: 'type'."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "delta | 'delta':'a' | ",
                "delta | 'delta':'a','logprobs':null,'obfuscation':'xy' | ",
                "delta | 'delta':null | delta",
                "delta | 'delta':'a','logprobs':[{'token':'a','logprob':-1,'bytes':[256]}] | logprobs[0].bytes[0]",
                "completed | 'transcript':'' | ",
                "completed | 'transcript':'a','usage':{'type':'duration','seconds':1.5} | ",
                "completed | 'transcript':'a','usage':{'type':'duration'} | usage.seconds",
                "completed | 'transcript':'a','usage':{'type':'tokens','total_tokens':1,'input_tokens':1} | usage.output_tokens",
                "completed | 'transcript':'a','languages':[{}] | languages[0].code",
                "segment | 'id':'s','text':'a','speaker':'A','start':0,'end':1.5 | ",
                "segment | 'id':'s','text':'a','speaker':'A','start':0 | end",
                "failed | 'error':{'type':'server_error','code':null,'message':'m','param':null} | ",
                "failed | 'error':{'code':null,'message':'m'} | error.type"
            })
    void namesTheOneMemberAtFault(String kind, String members, String param) {
        JsonNode event = json("{'type':'" + TRANSCRIPTION + kind + "'," + ITEM + "," + members + "}");

        assertThat(unit.validate("ServerEvent", event))
                .extracting(Violation::param)
                .isEqualTo(param == null ? List.of() : List.of(param));
    }

    @ParameterizedTest
    @CsvSource({"512, 15728640, true", "513, 0, false", "1, 15728641, false"})
    void checksLimitsOfEvents(int identifier, int audio, boolean passes) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("type", "input_audio_buffer.append")
                .put("event_id", "i".repeat(identifier))
                .put("audio", "A".repeat(audio));

        assertThat(unit.validate("ClientEvent", event).isEmpty()).isEqualTo(passes);
    }

    @Test
    void reportsSessionViolationsAsTheVendorDoes() {
        String update =
                "{'type':'session.update','session':{'type':'transcription','audio':{'input':{'transcription':{'delay':'low'}}}}}";

        assertThat(ContractSchema.ofEvents(Document.OPENAI).validate("ClientEvent", json(update)))
                .isEmpty();
        assertThat(ContractSchema.ofEvents(Document.AZURE).validate("ClientEvent", json(update)))
                .containsExactly(new Violation(
                        "session.audio.input.transcription.delay",
                        "unknown_parameter",
                        "Unknown parameter: 'session.audio.input.transcription.delay'."));
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, session.update, transcription_session.update",
        "AZURE, session.update, transcription_session.update",
        "OPENAI_BETA, transcription_session.update, session.update",
        "AZURE_PREVIEW, transcription_session.update, session.update"
    })
    void hasOneShapePerDialect(Document dialect, String spoken, String other) {
        JsonNode update = json("{'type':'" + other + "','session':{'type':'transcription'}}");

        assertThat(ContractSchema.ofEvents(dialect).validate("ClientEvent", update))
                .containsExactly(new Violation(
                        "type",
                        "invalid_value",
                        "Invalid value for 'type'. Supported values are: '" + spoken
                                + "', 'input_audio_buffer.append', "
                                + "'input_audio_buffer.commit', and 'input_audio_buffer.clear'."));
    }
}
