package dev.ephemint.contract.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.corpus.PlantedForms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private final Redactor shapes = Redactor.ofShapes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-abcDEF123456",
                "SK-PROJ-ABCDEF123456",
                "sk_live_abcDEF",
                "sk-abcd****************wxyz",
                "ABCD1234***…AAAA",
                "abcd\u2022\u2022\u2022\u2022wxyz",
                "ek_68af296e8e408191a1120ab6383263c2",
                "epk_0123456789ab_0123456789abcdef0123456789abcdef01234567",
                "Bearer abc.def",
                "bearer: planted-credential",
                "Basic dXNlcjpwYXNzd29yZA==",
                "eyJhbGciOiJub25lIn0.eyJhdWQiOiJ4In0.c2ln",
                "0123456789abcdef0123456789abcdef",
                "0123456789ABCDEF0123456789ABCDEF",
                "9ZVnzXW7Ck1bQe5Tfy3Ku8Lp0Rm2Gs4Hd6Ja9ZVnzXW7Ck1bQe5Tfy3Ku8Lp0Rm2Gs4Hd6JaAAAA",
                "org-abcdef123456",
                "key-abcdef123456",
                "\\u0073k-proj-abcDEF123456",
                "%73k-proj-abcDEF123456",
                "&#115;k-proj-abcDEF123456",
            })
    void hidesTextThatLooksLikeAKey(String key) {
        String text = shapes.text("Incorrect API key provided: " + key + ". See the docs.");

        assertThat(text).startsWith("Incorrect API key provided: [redacted]").endsWith(" See the docs.");
        assertThat(text)
                .doesNotContainIgnoringCase("wxyz")
                .doesNotContain("AAAA")
                .doesNotContain("c2ln");
        assertThat(shapes.code(key)).isEmpty();
        assertThat(shapes.param(key)).isEmpty();
        assertThat(shapes.name(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unknown parameter: 'session.audio.input.transcription.delay'.",
                "Model \"gpt-4o-mini-transcribe-2025-12-15\" is not supported in transcription mode.",
                "Invalid value for 'item.input_audio_transcription.logprobs'.",
                "session sess_DeFaHiasIkks9jqRb00I8",
                "Missing bearer or basic authentication in header",
                "Bearer authentication is required. Bearer tokens expire.",
                "Use the header Authorization: Bearer {value}",
                "You can find your API key at https://platform.openai.com/account/api-keys.",
                "task-specific risk-based text stays, and so does a key-value pair or an org-wide rule",
                "wss://my-resource.openai.azure.com/openai/v1/realtime?intent=transcription&model=gpt-4o",
                "550e8400-e29b-41d4-a716-446655440000",
                "100 % sure & \"quoted\" \\ back, x < y * 2 ** 3",
            })
    void keepsOrdinaryText(String text) {
        assertThat(shapes.text(text)).isEqualTo(text);
        assertThat(Redactor.of(List.of("sk-proj-Zq81LmPw93")).text(text)).isEqualTo(text);
    }

    @Test
    void truncatesTextWithoutSplittingAKey() {
        assertThat(shapes.text("x".repeat(970) + " " + "0123456789abcdef".repeat(5)))
                .doesNotContain("0123");
        assertThat(shapes.text("sk-abcdef ".repeat(399) + "012345" + "0123456789abcdef".repeat(2)))
                .doesNotContain("0123");
        assertThat(shapes.text("x ".repeat(5_000))).hasSize(1_001).endsWith("…");
        assertThat(shapes.text("x".repeat(5_000))).isEqualTo("x".repeat(1_000) + "…");
        assertThat(shapes.text("x".repeat(999) + "\ud83d\ude00")).hasSize(1_000).endsWith("x…");
    }

    @Test
    void replacesControlCharacters() {
        assertThat(shapes.text("a\r\nb\u0007\u2028\u202ec\u0085 ")).isEqualTo("a b c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0123456789abcdef0123456789abcde", "Zq81-LmPw93-q", "correct-horse-battery", "550e8400-e29b-41d4"
            })
    void hidesEveryRunOfEightCharactersOfACredential(String key) {
        Redactor unit = Redactor.of(List.of("s.Aa" + key + "0z"));
        for (int from = 0; from + 8 <= key.length(); from++) {
            assertThat(unit.text("µ" + key.substring(from, from + 8) + "µ")).isEqualTo("µ[redacted]µ");
            assertThat(unit.code("no_" + key.substring(from, from + 8))).isEmpty();
            assertThat(unit.requestId("req_" + key.substring(from, from + 8))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.ephemint.contract.corpus.PlantedForms#all")
    void hidesACredentialInEveryForm(PlantedForms form) {
        for (String key : PlantedForms.KEYS) {
            Redactor unit = Redactor.of(List.of(key));
            String planted = form.of(key);

            assertThat(PlantedForms.reveals(planted, key)).isTrue();
            assertThat(PlantedForms.reveals(unit.text("Wrong µ<" + planted + ">!"), key))
                    .as(unit.text(planted))
                    .isFalse();
            assertThat(PlantedForms.reveals(unit.hide("Wrong µ<" + planted + ">!"), key))
                    .isFalse();
            assertThat(unit.hide("Wrong µ<" + planted + ">!"))
                    .startsWith("Wrong µ<")
                    .endsWith(">!");
        }
    }

    @Test
    void hidesNothingElse() {
        Redactor unit = Redactor.of(List.of("correct-horse-battery", "short"));

        assertThat(unit.hide("a short \\n%41 &amp; \u200b 0x41 =41 text\nwith a horse"))
                .isEqualTo("a short \\n%41 &amp; \u200b 0x41 =41 text\nwith a horse");
        assertThat(unit.with("planted-9").hide("planted-9, correct-horse")).isEqualTo("[redacted], [redacted]");
        assertThat(unit.toString()).doesNotContain("correct");
    }

    @Test
    void keepsProtocolWordsIfAsked() {
        Redactor unit = Redactor.of(List.of("my-transcription-key-4711"));

        assertThat(unit.sparingWords().hide("transcription my-transcription-key-4711 key-4711"))
                .isEqualTo("transcription [redacted] [redacted]");
        assertThat(unit.hide("transcription")).isEqualTo("[redacted]");
    }

    @Test
    void keepsOtherTokensOfTheSameIssuerIfAsked() {
        String begin = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIi";
        String key = begin + "wicm9sZSI6ImtleSJ9.aGr4T_q0ZpXw93bYc7R-d2Uv4";
        String token = begin + "wiZXhwIjo2MDB9.Kd81_sLmPw93xTbY5Qe-f6Hj0mN";
        Redactor unit = Redactor.of(List.of("sk-planted-4711", key));

        assertThat(unit.sparingWords().hide(token + " sk-planted-4711")).isEqualTo(token + " [redacted]");
        assertThat(unit.sparingWords().hide(key)).contains("[redacted]").doesNotContain("aGr4T_q0", "d2Uv4");
        assertThat(unit.and(Redactor.ofShapes()).hide(key)).isEqualTo("[redacted]");
    }

    @Test
    void redactsATreeInEveryPlace() throws Exception {
        Redactor unit = Redactor.of(List.of("my-transcription-key-4711", "12345678"));
        JsonNode tree = ContractJson.mapper()
                .readTree(
                        "{\"key-4711\":[\"x my-transcription-key\",12345678,1.50,null,true],\"b\":{\"c\":\"transcription\"}}");
        JsonNode clean = ContractJson.mapper().readTree("{\"a\":[1.50,\"b\"]}");

        assertThat(unit.sparingWords().hide(tree))
                .hasToString(
                        "{\"[redacted]\":[\"x [redacted]\",\"[redacted]\",1.50,null,true],\"b\":{\"c\":\"transcription\"}}");
        assertThat(unit.hide(tree).at("/b/c").textValue()).isEqualTo("[redacted]");
        assertThat(unit.hide(clean)).isSameAs(clean);
        assertThat(unit.hideInMessage("{\"a\" : 1.50}")).isEqualTo("{\"a\" : 1.50}");
        assertThat(unit.hideInMessage("{\"a\" : \"1234\\n5678\"}")).isEqualTo("{\"a\":\"[redacted]\"}");
        assertThat(unit.hideInMessage("{\"a\" : 12345678")).isEqualTo("{\"a\" : [redacted]");
    }

    @ParameterizedTest
    @CsvSource({
        "code, invalid_request_error.invalid_model, true",
        "code, 429, true",
        "code, with space, false",
        "code, '', false",
        "code, a/b, false",
        "param, session.tools[0].name, true",
        "param, $.session, true",
        "param, a b, false",
        "id, req_0123456789abcdef0123456789abcdef, true",
        "id, 0123456789abcdef0123456789abcdef, true",
        "id, 550e8400-e29b-41d4-a716-446655440000, true",
        "id, sk-planted, false",
        "id, a b, false",
        "id, <script>, false",
        "name, gpt-4o-mini-transcribe-2025-12-15, true",
        "name, nvidia/parakeet-ctc-1.1b, true",
        "name, Zq81LmPw93abcdefgh, false",
        "name, a b, false",
    })
    void acceptsOnlyTheAlphabetOfEachKind(String kind, String word, boolean taken) {
        assertThat(
                        switch (kind) {
                            case "code" -> shapes.code(word);
                            case "param" -> shapes.param(word);
                            case "id" -> shapes.requestId(word);
                            default -> shapes.name(word);
                        })
                .isEqualTo(taken ? java.util.Optional.of(word) : java.util.Optional.empty());
    }

    @Test
    void acceptsOnlyTheLengthOfEachKind() {
        assertThat(shapes.code("a".repeat(64))).isPresent();
        assertThat(shapes.code("a".repeat(65))).isEmpty();
        assertThat(shapes.param("a".repeat(201))).isEmpty();
        assertThat(shapes.requestId("a".repeat(129))).isEmpty();
        assertThat(shapes.name("a".repeat(65))).isEmpty();
    }

    @Test
    void listsTheKeysInATextOfAnyLength() {
        assertThat(shapes.findIn("x ".repeat(5_000) + "ek_tape_1 sk-planted"))
                .containsExactly("ek_tape_1", "sk-planted");
    }
}
