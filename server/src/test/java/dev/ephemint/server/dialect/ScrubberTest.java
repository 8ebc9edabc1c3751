package dev.ephemint.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-abcDEF123456",
                "sk-abcd****************wxyz",
                "ABCD1234***…AAAA",
                "ek_68af296e8e408191a1120ab6383263c2",
                "Bearer abc.def",
                "eyJhbGciOiJub25lIn0.eyJhdWQiOiJ4In0.c2ln",
                "0123456789abcdef0123456789abcdef",
                "9ZVnzXW7Ck1bQe5Tfy3Ku8Lp0Rm2Gs4Hd6Ja9ZVnzXW7Ck1bQe5Tfy3Ku8Lp0Rm2Gs4Hd6JaAAAA",
                "org-abcdef123456",
            })
    void takesOutWhatLooksLikeAKey(String key) {
        String scrubbed = Scrubber.scrub("Incorrect API key provided: " + key + ". See the docs.");

        assertThat(scrubbed)
                .startsWith("Incorrect API key provided: [redacted]")
                .doesNotContain(key);
        assertThat(scrubbed).doesNotContain("wxyz").doesNotContain("AAAA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unknown parameter: 'session.audio.input.transcription.delay'.",
                "Model \"gpt-4o-mini-transcribe-2025-12-15\" is not supported in transcription mode.",
                "Invalid value for 'item.input_audio_transcription.logprobs'.",
                "session sess_DeFaHiasIkks9jqRb00I8",
                "Missing bearer or basic authentication in header",
            })
    void leavesWhatAUserNeedsToReadAlone(String text) {
        assertThat(Scrubber.scrub(text)).isEqualTo(text);
    }

    @Test
    void takesOutAKeyThatTheCutWouldSplit() {
        assertThat(Scrubber.scrub("x".repeat(970) + " " + "0123456789abcdef".repeat(5)))
                .doesNotContain("0123");
    }

    @Test
    void takesOutControlCharactersAndTheEndOfALongText() {
        assertThat(Scrubber.scrub("a\r\nb\u0007c ")).isEqualTo("a b c");
        assertThat(Scrubber.scrub("x ".repeat(5_000)))
                .hasSizeLessThanOrEqualTo(1_001)
                .endsWith("…");
    }
}
