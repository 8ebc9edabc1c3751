package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each described event is in the union of its direction, named after its type. */
class ContractEventsTest {

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

    private static List<String> texts(JsonNode list, String pointer) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.at(pointer).asText())
                .toList();
    }
}
