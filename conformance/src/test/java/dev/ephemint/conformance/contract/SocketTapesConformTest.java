package dev.ephemint.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.TreeComparison;
import dev.ephemint.conformance.tape.Direction;
import dev.ephemint.conformance.tape.SocketTape;
import dev.ephemint.conformance.tape.TapedEvent;
import dev.ephemint.conformance.tape.Tapes;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.ClientEvent;
import dev.ephemint.contract.model.ServerEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was really said on sockets conforms to the events of the contract, and so does every part of what is known in part. */
final class SocketTapesConformTest {
    private static final List<SocketTape> TAPES = Tapes.ofSocketsIn(KitData.path("socket-tapes"));
    private static final EventSchemas BASE = EventSchemas.of(DialectContract.base());
    private static final EventSchemas PARTS = EventSchemas.forParts(DialectContract.base());

    static Stream<Arguments> events() {
        return TAPES.stream().flatMap(tape -> tape.events().stream().map(event -> Arguments.of(tape, event)));
    }

    static Stream<Arguments> receivedEvents() {
        return events().filter(arguments -> event(arguments).direction() == Direction.RECEIVED);
    }

    static Stream<Arguments> eventsInPart() {
        return events().filter(arguments -> !event(arguments).whole());
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("events")
    void everyEventConforms(SocketTape tape, TapedEvent event) {
        assertThat(violations(BASE, event)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("receivedEvents")
    void everyEventOfAVendorConformsToItsDialect(SocketTape tape, TapedEvent event) {
        assertThat(violations(EventSchemas.of(DialectContract.of(tape.dialect())), event))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("eventsInPart")
    void everyPartConforms(SocketTape tape, TapedEvent event) {
        assertThat(PARTS.violations(union(event), event.event())).isEmpty();
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("events")
    void everyEventIsWrittenAgainAsItWasRead(SocketTape tape, TapedEvent event) throws JsonProcessingException {
        Class<?> model = event.direction() == Direction.SENT ? ClientEvent.class : ServerEvent.class;

        Object read = ContractJson.mapper().readValue(ExactJson.write(event.event()), model);

        JsonNode written = ExactJson.parse(ContractJson.mapper().writeValueAsString(read));
        assertThat(TreeComparison.differences(event.event(), written)).isEmpty();
    }

    @Test
    void aSlipInARecordedEventIsNoticed() {
        TapedEvent recorded = events().map(SocketTapesConformTest::event)
                .filter(event -> event.type().endsWith(".completed"))
                .findFirst()
                .orElseThrow();
        ObjectNode wrong = recorded.event().deepCopy();
        ((ObjectNode) wrong.path("usage")).put("total_tokens", "12");
        ObjectNode missing = recorded.event().deepCopy();
        missing.remove("transcript");

        assertThat(BASE.violations("ServerEvent", wrong)).isNotEmpty();
        assertThat(PARTS.violations("ServerEvent", wrong)).isNotEmpty();
        assertThat(BASE.violations("ServerEvent", missing)).isNotEmpty();
        assertThat(PARTS.violations("ServerEvent", missing)).isEmpty();
    }

    private static List<SchemaViolation> violations(EventSchemas schemas, TapedEvent event) {
        return schemas.violations(union(event), event.event()).stream()
                .filter(violation -> !event.isCutAt(violation.place()))
                .toList();
    }

    private static String union(TapedEvent event) {
        return event.direction() == Direction.SENT ? "ClientEvent" : "ServerEvent";
    }

    private static TapedEvent event(Arguments arguments) {
        return (TapedEvent) arguments.get()[1];
    }
}
