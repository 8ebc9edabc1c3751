package dev.ephemint.server.mint;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.http.gate.SdpOffer;
import dev.ephemint.server.mint.shape.FlatRequest;
import dev.ephemint.server.mint.shape.NestedRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsStayHiddenTest {

    static Stream<Object> holdersOfASecret() {
        return Stream.of(
                new Secret(Fixtures.TOKEN),
                Fixtures.token(1),
                MintRequest.of(json("{'session':{'instructions':'" + Fixtures.TOKEN + "'}}"))
                        .withSafetyIdentifier(Fixtures.TOKEN),
                new UpstreamCall(URI.create("https://vendor.example"), json("{'x':'" + Fixtures.TOKEN + "'}"))
                        .withHeader("authorization", "Bearer " + Fixtures.TOKEN),
                UpstreamCall.post(
                        URI.create("https://vendor.example"),
                        Map.of(),
                        new UpstreamCall.Text("x/y", Fixtures.TOKEN),
                        UpstreamCall.Purpose.CALL),
                new UpstreamCall.Text("x/y", Fixtures.TOKEN),
                new Calls.Opened(Fixtures.TOKEN, Optional.of("rtc_1"), Optional.empty()),
                new SdpOffer(Fixtures.TOKEN),
                new FlatRequest(json("{'x':'" + Fixtures.TOKEN + "'}"), List.of()),
                new NestedRequest(json("{'x':'" + Fixtures.TOKEN + "'}"), List.of()),
                new UpstreamReply(200, Map.of("x", Fixtures.TOKEN), "{\"value\":\"" + Fixtures.TOKEN + "\"}"));
    }

    @ParameterizedTest
    @MethodSource("holdersOfASecret")
    void toStringHidesTheSecret(Object holder) {
        assertThat(holder.toString()).isNotEmpty().doesNotContain(Fixtures.TOKEN);
    }

    @Test
    void revealReturnsTheSecret() {
        assertThat(new Secret("s").reveal()).isEqualTo("s");
        assertThat(new Secret("s-1").length()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "planted1, true",
        "x-PLANTED1-x, true",
        "-lanted12, true",
        "planted, false",
        "lanted1, false",
        "planted-1, false",
    })
    void findsPartsOfEightCharactersInAnyCase(String text, boolean found) {
        assertThat(new Secret("planted12").isPartlyIn(text)).isEqualTo(found);
    }

    @Test
    void redactorHidesTheSecret() {
        assertThat(new Secret("planted-1").redactor().hide("planted-1 twice: planted-1"))
                .isEqualTo("[redacted] twice: [redacted]");
        assertThat(new Secret("planted-1")
                        .addTo(new Secret("sown-4711").redactor())
                        .hide("planted-1 sown-4711 s"))
                .isEqualTo("[redacted] [redacted] s");
    }

    @Test
    void rejectsABlankSecret() {
        assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
