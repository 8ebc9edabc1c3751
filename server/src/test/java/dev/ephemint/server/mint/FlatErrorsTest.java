package dev.ephemint.server.mint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.shape.FlatShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors and their paths as either shape names them. */
final class FlatErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "session.audio.input.turn_detection.threshold, turn_detection.threshold",
        "session.audio.input.transcription, input_audio_transcription",
        "session.audio.input.transcription.keywords[0], input_audio_transcription.keywords[0]",
        "session.audio.input.noise_reduction.type, input_audio_noise_reduction.type",
        "session.audio.input.format.rate, input_audio_format",
        "session.include[1], include[1]",
        "session.x_future, x_future",
        "expires_after.seconds, client_secret.expires_after.seconds",
        "expires_after, client_secret.expires_after",
        "client_secret.expires_at, client_secret.expires_at",
        "session, session",
    })
    void flattensParamsAndMessages(String nested, String flat) {
        assertThat(FlatShape.flatParam(nested)).isEqualTo(flat);
        assertThat(FlatShape.flatText("Invalid '" + nested + "'.")).isEqualTo("Invalid '" + flat + "'.");
    }

    @ParameterizedTest
    @CsvSource({
        "turn_detection.threshold, session.audio.input.turn_detection.threshold",
        "include, session.include",
        "client_secret.expires_after.seconds, expires_after.seconds",
        "client_secret.expires_at, client_secret.expires_at",
    })
    void nestsParamAndMessageOfAVendorError(String flat, String nested) {
        VendorError error = FlatShape.nestError(new VendorError("c", flat, "Invalid '" + flat + "'."));

        assertThat(error).isEqualTo(new VendorError("c", nested, "Invalid '" + nested + "'."));
    }

    @Test
    void keepsAnErrorWithoutParamUnchanged() {
        VendorError error = new VendorError(null, null, "no");

        assertThat(FlatShape.nestError(error)).isEqualTo(error);
    }

    @Test
    void translatesFormatNamesInErrors() {
        String nested = "Invalid value: 'g711'. Supported values are: 'audio/pcm', 'audio/pcmu', and 'audio/pcma'.";
        String flat = "Invalid value: 'g711'. Supported values are: 'pcm16', 'g711_ulaw', and 'g711_alaw'.";

        assertThat(FlatShape.flatText(nested)).isEqualTo(flat);
        assertThat(FlatShape.nestError(new VendorError("c", null, flat))).isEqualTo(new VendorError("c", null, nested));
        assertThat(FlatShape.nestError(new VendorError("c", "input_audio_format", flat)))
                .isEqualTo(new VendorError("c", "session.audio.input.format", nested));
    }
}
