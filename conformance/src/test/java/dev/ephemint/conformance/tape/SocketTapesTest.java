package dev.ephemint.conformance.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.TargetDialect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SocketTapesTest {
    private static final List<SocketTape> TAPES = Tapes.ofSocketsIn(KitData.path("socket-tapes"));

    @ParameterizedTest
    @EnumSource
    void everyDialectHasATapeOfAnOpenSocket(TargetDialect dialect) {
        assertThat(TAPES)
                .anyMatch(tape -> tape.dialect() == dialect && !tape.events().isEmpty());
    }

    @Test
    void everyKnownAddressIsThatOfASocket() {
        assertThat(TAPES)
                .flatExtracting(tape -> tape.request().target().stream().toList())
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target).matches("(/v1|/openai/v1|/openai)/realtime(\\?.+)?"));
    }

    @Test
    void onlyOpenAiClosesAfterItOpened() {
        assertThat(TAPES)
                .filteredOn(tape -> tape.close().isPresent())
                .isNotEmpty()
                .allMatch(tape -> tape.dialect() == TargetDialect.OPENAI)
                .allSatisfy(tape -> assertThat(tape.events()).hasSize(1));
    }

    @Test
    void readsAPartOfAnEvent() {
        SocketTape tape = SocketTapeReader.read("azure/x", tape("\"/events/0/event/item/id\"", 101));

        TapedEvent event = tape.events().get(0);

        assertThat(event.whole()).isFalse();
        assertThat(event.isCutAt("/item/id")).isTrue();
        assertThat(event.isCutAt("/item")).isFalse();
        assertThat(tape.close()).isEqualTo(Optional.of(new SocketClose(4000, "r")));
    }

    @Test
    void aRefusedHandshakeHasNoEvents() {
        assertThatThrownBy(() -> SocketTapeReader.read("azure/x", tape("\"/response/body\"", 401)))
                .isInstanceOf(InvalidTapeException.class)
                .hasMessage("tape azure/x: /events are there if, and only if, the handshake ends in 101");
    }

    @ParameterizedTest
    @CsvSource({
        "openai/x, a note, tape openai/x: /dialect must be \"openai\" here",
        "azure/x, Bearer abcdefgh12345678, tape azure/x: looks like it holds a credential"
    })
    void refusesWhatMustNotBeUsed(String name, String note, String message) {
        String text = tape("", 101).replace("a note", note);

        assertThatThrownBy(() -> SocketTapeReader.read(name, text))
                .isInstanceOf(InvalidTapeException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whatIsNeitherThereNorUnpublishedIsMissing() {
        String text = tape("", 101).replace("\"path\":\"/p\",", "");

        assertThatThrownBy(() -> SocketTapeReader.read("azure/x", text))
                .hasMessage("tape azure/x: /request/path must either be there or be listed as unpublished");
    }

    private static String tape(String unpublished, int status) {
        return """
                {"dialect":"azure","source":"s","evidence":"reported","note":"a note",
                 "unpublished":[%s],"reconstructed":[],
                 "request":{"method":"GET","path":"/p","headers":{}},
                 "response":{"status":%d,"headers":{}},
                 "events":[{"direction":"received","event":{"type":"x","item":{}}}],
                 "close":{"code":4000,"reason":"r"}}
                """.formatted(unpublished, status);
    }
}
