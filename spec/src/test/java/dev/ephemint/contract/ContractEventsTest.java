package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Socket events are validated like mint requests. */
class ContractEventsTest {

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
        assertThat(unit.validate("ServerEvent", Quoted.json(event))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void unknownEventRejectsDescribedTypes(Document document) {
        JsonNode tree = document.events();
        List<String> excluded = texts(tree.at("/components/schemas/DescribedEventType/anyOf"), "/const");
        Stream<String> described = Stream.of("ServerEvent", "ClientEvent")
                .flatMap(union -> texts(tree.at("/components/schemas/" + union + "/oneOf"), "/$ref").stream())
                .map(ref -> tree.at(ref.substring(1) + "/properties/type/const").asText())
                .filter(type -> !type.isEmpty());

        assertThat(excluded).doesNotHaveDuplicates().containsAll(described.toList());
    }

    /** The unions behind the models have the same members as the channels' messages. */
    @ParameterizedTest
    @CsvSource({"ClientEvent, send", "ServerEvent, receive"})
    void unionHoldsTheMessagesOfItsDirection(String union, String action) {
        for (Document document : Document.values()) {
            JsonNode events = document.events();
            Set<String> messages = new TreeSet<>();
            events.path("operations")
                    .forEach(operation -> operation.path("messages").forEach(ref -> {
                        if (operation.path("action").asText().equals(action)) {
                            messages.add(payload(events, ref));
                        }
                    }));

            assertThat(texts(events.at("/components/schemas/" + union + "/oneOf"), "/$ref"))
                    .as(document.name())
                    .containsExactlyInAnyOrderElementsOf(messages);
        }
    }

    /** A message is named after the type of its event. */
    @ParameterizedTest
    @EnumSource
    void namesAMessageAsItsEvent(Document document) {
        JsonNode events = document.events();

        assertThat(events.at("/components/messages")).allSatisfy(message -> {
            String payload = message.at("/payload/$ref").asText().substring(1);
            String type = events.at(payload + "/properties/type/const").asText("unknown");
            assertThat(message.path("name").asText()).isEqualTo(type);
        });
    }

    private static String payload(JsonNode events, JsonNode ref) {
        JsonNode inChannel = events.at(ref.path("$ref").asText().substring(1));
        return events.at(inChannel.path("$ref").asText().substring(1))
                .at("/payload/$ref")
                .asText();
    }

    @Test
    void requiresTypeOfEveryEvent() {
        assertThat(unit.validate("ServerEvent", Quoted.json("{'event_id':'e'}")))
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
        JsonNode event = Quoted.json("{'type':'" + TRANSCRIPTION + kind + "'," + ITEM + "," + members + "}");

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

        assertThat(ContractSchema.ofEvents(Document.OPENAI).validate("ClientEvent", Quoted.json(update)))
                .isEmpty();
        assertThat(ContractSchema.ofEvents(Document.AZURE).validate("ClientEvent", Quoted.json(update)))
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
        JsonNode update = Quoted.json("{'type':'" + other + "','session':{'type':'transcription'}}");

        assertThat(ContractSchema.ofEvents(dialect).validate("ClientEvent", update))
                .containsExactly(new Violation(
                        "type",
                        "invalid_value",
                        "Invalid value for 'type'. Supported values are: '" + spoken
                                + "', 'input_audio_buffer.append', "
                                + "'input_audio_buffer.commit', and 'input_audio_buffer.clear'."));
    }

    private static List<String> texts(JsonNode list, String pointer) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.at(pointer).asText())
                .toList();
    }
}
