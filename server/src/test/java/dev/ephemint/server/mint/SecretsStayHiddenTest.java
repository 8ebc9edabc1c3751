package dev.ephemint.server.mint;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsStayHiddenTest {

    static Stream<Object> everyValueThatHoldsOne() {
        return Stream.of(
                new Secret(Fixtures.TOKEN),
                Fixtures.token(1),
                MintRequest.of(json("{'session':{'instructions':'" + Fixtures.TOKEN + "'}}"))
                        .withSafetyIdentifier(Fixtures.TOKEN),
                new UpstreamCall(URI.create("https://vendor.example"), json("{'x':'" + Fixtures.TOKEN + "'}"))
                        .withHeader("authorization", "Bearer " + Fixtures.TOKEN),
                new UpstreamReply(200, Map.of("x", Fixtures.TOKEN), "{\"value\":\"" + Fixtures.TOKEN + "\"}"));
    }

    @ParameterizedTest
    @MethodSource("everyValueThatHoldsOne")
    void toStringHidesTheSecret(Object holder) {
        assertThat(holder.toString()).isNotEmpty().doesNotContain(Fixtures.TOKEN);
    }

    @Test
    void aSecretIsRevealedOnlyByThatName() {
        assertThat(new Secret("s").reveal()).isEqualTo("s");
    }

    @Test
    void aSecretCanBeTakenOutOfAText() {
        assertThat(new Secret("planted").hideIn("planted twice: planted")).isEqualTo("[redacted] twice: [redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"<gw\\/Key==>\"}",
                "{\"a\":\"<gw\\u002fKe\\u0079=\\u003D>\"}",
                "{\"a\":\"<gw\\\\\\/Key=\\\\u003d>\"}",
                "{\"a\":\"<gw%2FKey%3d%3D>\"}"
            })
    void anEscapedSecretIsOneToo(String text) {
        assertThat(new Secret("gw/Key==").hideIn(text)).isEqualTo("{\"a\":\"<[redacted]>\"}");
    }

    @Test
    void whatIsEscapedAroundASecretStaysAsItIs() {
        assertThat(new Secret("a\\b").hideIn("{\"a\":\"\\n\\\"\\u0041 %41 a\\\\b\\\"\\\\"))
                .isEqualTo("{\"a\":\"\\n\\\"\\u0041 %41 [redacted]\\\"\\\\");
        assertThat(new Secret("\\").hideIn("a\\b")).isEqualTo("a\\b");
    }

    @Test
    void aBlankSecretIsNone() {
        assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
