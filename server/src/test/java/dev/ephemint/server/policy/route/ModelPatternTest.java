package dev.ephemint.server.policy.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelPatternTest {

    @ParameterizedTest
    @CsvSource({
        "whisper-1, whisper-1, true",
        "whisper-1, whisper-1x, false",
        "whisper-1, Whisper-1, false",
        "gpt-4o.transcribe, gpt-4o-transcribe, false",
        "gpt-*, gpt-realtime, true",
        "gpt-*, my-gpt-realtime, false",
        "*-transcribe, gpt-live-transcribe, true",
        "gpt-*-transcribe*, gpt-4o-transcribe-diarize, true",
        "*, anything, true"
    })
    void matchesWholeNames(String pattern, String model, boolean matches) {
        assertThat(ModelPattern.of(pattern).matches(model)).isEqualTo(matches);
    }
}
