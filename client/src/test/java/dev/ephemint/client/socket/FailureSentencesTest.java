package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.client.internal.ErrorDetails;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences about refused sockets and lost audio; other tests assert status, type, code and parameter. */
class FailureSentencesTest {

    private static final ErrorDetails BUSY = new ErrorDetails("server_error", "busy", null, "Wait.");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", textBlock = """
            vendor:1 | 4000 | invalid_model | No      | -         | The socket was refused by vendor:1: 4000 invalid_model: No
            vendor:1 | 0    | invalid_model | No      | -         | The socket was refused by vendor:1: invalid_model: No
            ''       | 404  | -             | -       | -         | The socket was refused: 404 without an error in the contract's form
            vendor:1 | 302  | -             | -       | wss://x   | The socket was refused by vendor:1: 302 without an error in the contract's form, redirected to wss://x
            """)
    void saysWhyASocketWasRefused(
            String address, int status, String code, String message, String location, String sentence) {
        ErrorDetails error = new ErrorDetails(null, code, null, message);

        assertThat(SocketRefusedException.of(address, status, error, location)).hasMessage(sentence);
    }

    @Test
    void saysWhyAConfigurationWasRejected() {
        ErrorDetails error = new ErrorDetails("invalid_request_error", "unknown_parameter", "session.x", "No such");

        assertThat(SocketRefusedException.ofConfiguration(error))
                .hasMessage("The session's configuration was rejected: unknown_parameter: No such (param session.x)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            false | The connection ended: 1011 tired
            true  | The connection ended: 1011 tired after busy: Wait.
            """)
    void saysHowAConnectionEnded(boolean afterError, String sentence) {
        assertThat(SocketCloseExceptions.of("vendor:1", 1011, "tired", afterError ? BUSY : ErrorDetails.NONE))
                .isInstanceOf(SocketBrokenException.class)
                .hasMessage(sentence);
    }

    /** Per row: failed turns, rejected events, lost audio. */
    static Stream<Arguments> shortfalls() {
        LostAudio audio = new LostAudio(Duration.ofMillis(100), List.of());
        LostAudio turn = new LostAudio(Duration.ZERO, List.of("i"));
        return Stream.of(
                Arguments.of(1, 0, LostAudio.NOTHING, "1 turn not transcribed: busy: Wait."),
                Arguments.of(2, 0, LostAudio.NOTHING, "2 turns not transcribed: busy: Wait."),
                Arguments.of(0, 1, LostAudio.NOTHING, "the vendor rejected an event: busy: Wait."),
                Arguments.of(0, 0, audio, "100 ms of audio not transcribed, in no turn yet"),
                Arguments.of(0, 0, turn, "1 turn without a text when the connection ended"),
                Arguments.of(
                        1,
                        1,
                        audio.and(turn),
                        "1 turn not transcribed: busy: Wait.; the vendor rejected an event: busy: Wait.;"
                                + " 100 ms of audio not transcribed, in no turn yet;"
                                + " 1 turn without a text when the connection ended"));
    }

    @ParameterizedTest
    @MethodSource("shortfalls")
    void saysWhatWasNotTranscribed(int failedTurns, int rejectedEvents, LostAudio lost, String sentence) {
        Shortfall unit = new Shortfall();
        Stream.generate(() -> BUSY).limit(failedTurns).forEach(unit::failed);
        Stream.generate(() -> BUSY).limit(rejectedEvents).forEach(unit::rejected);
        unit.lost(lost);

        assertThat(Objects.requireNonNull(unit.take())).hasMessage(sentence);
    }
}
