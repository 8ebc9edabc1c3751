package dev.ephemint.conformance.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.TargetDialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TapesTest {
    private static final List<Tape> TAPES = Tapes.in(KitData.path("tapes"));

    @ParameterizedTest
    @EnumSource
    void everyDialectHasATapeOfAMint(TargetDialect dialect) {
        assertThat(TAPES)
                .anyMatch(tape -> tape.dialect() == dialect && tape.response().minted());
    }

    @Test
    void everyTapeCallsItsDialectsMint() {
        assertThat(TAPES).allSatisfy(tape -> {
            assertThat(tape.request().method()).isEqualTo("POST");
            assertThat(tape.request().target().replaceFirst("\\?.*", ""))
                    .isEqualTo(tape.dialect().mintPath());
        });
    }

    @Test
    void nullIsABodyAndAbsentIsUnpublished() {
        String published = tape("").replace("{}", "null");
        String unpublished = tape("\"/request/body\"").replace(",\"body\":{}", "");

        assertThat(TapeReader.read("azure/x", published).request().body())
                .hasValueSatisfying(body -> assertThat(body.isNull()).isTrue());
        assertThat(TapeReader.read("azure/x", unpublished).request().body()).isEmpty();
    }

    @Test
    void bodyMustBeThereOrListedAsUnpublished() {
        assertThatThrownBy(() -> TapeReader.read("azure/x", tape("\"/request/body\"")))
                .isInstanceOf(InvalidTapeException.class)
                .hasMessage("tape azure/x: /request/body must either be there or be listed as unpublished");
    }

    @Test
    void tapeMustLieInItsDialectsFolder() {
        assertThatThrownBy(() -> TapeReader.read("openai/x", tape("")))
                .hasMessage("tape openai/x: /dialect must be \"openai\" here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-abcdef",
                "Incorrect API key provided: sk-ab****cd",
                "ek_68af296e",
                "Bearer abcdefgh12345678",
                "eyJhbGciOiJSUzI1NiJ9.e30.x",
                "0123456789abcdef0123456789ABCDEF"
            })
    void refusesWhatLooksLikeACredential(String text) {
        assertThatThrownBy(() -> TapeReader.read("azure/x", tape("").replace("a note", text)))
                .isInstanceOf(InvalidTapeException.class)
                .hasMessageStartingWith("tape azure/x: looks like it holds a credential")
                .hasMessageNotContaining(text);
    }

    private static String tape(String unpublished) {
        return """
                {"dialect":"azure","operation":"createClientSecret","source":"s","evidence":"reported","note":"a note",
                 "unpublished":[%s],"reconstructed":[],
                 "request":{"method":"POST","path":"/p","body":{}},
                 "response":{"status":200,"headers":{},"body":{"value":"ek_tape_x"}}}
                """.formatted(unpublished);
    }
}
