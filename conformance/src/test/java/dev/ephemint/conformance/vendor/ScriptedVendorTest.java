package dev.ephemint.conformance.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.http.Caller;
import dev.ephemint.conformance.http.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ScriptedVendorTest {
    private static final Message ANSWER =
            Message.answer(200, "{\"value\":\"ek_tape_x\"}").with("X-Request-Id", "r-1");

    private final ScriptedVendor unit = ScriptedVendor.start();

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void keepsWhatItWasSentAndAnswersAsScripted() {
        unit.script(Reaction.answer(ANSWER));

        Message answer = call(unit.uri());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("x-request-id")).hasValue("r-1");
        assertThat(answer.body()).isEqualTo(ANSWER.body());
        assertThat(unit.requests()).singleElement().satisfies(request -> {
            assertThat(request.start()).isEqualTo("POST /v1/x?y=z");
            assertThat(request.header("CONTENT-TYPE")).hasValue("application/json");
            assertThat(request.body()).isEqualTo("{\"ü\":null}");
        });
    }

    @Test
    void scriptForgetsWhatCameBefore() {
        unit.script(Reaction.answer(ANSWER));
        call(unit.uri());

        unit.script(Reaction.answer(ANSWER));

        assertThat(unit.requests()).isEmpty();
    }

    @Test
    void resetAndTruncateBreakTheExchange() {
        unit.script(Reaction.reset());
        assertThatThrownBy(() -> call(unit.uri())).isInstanceOf(UncheckedIOException.class);

        unit.script(Reaction.truncate(ANSWER));
        assertThatThrownBy(() -> call(unit.uri())).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void oversizeAnswerIsStillJson() {
        unit.script(Reaction.oversize(ANSWER, 100_000));

        assertThat(call(unit.uri()).body()).hasSize(100_000).startsWith(ANSWER.body());
    }

    @Test
    void reportsWhatIsNotHttp() throws IOException {
        unit.script(Reaction.answer(ANSWER));

        try (Socket socket = new Socket("127.0.0.1", unit.uri().getPort())) {
            socket.getOutputStream().write("hello\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }

        assertThat(unit.faults()).containsExactly("java.io.IOException: not a request line: hello");
    }

    @Test
    void refusingPortRefuses() {
        try (RefusingPort port = RefusingPort.open()) {
            assertThatThrownBy(() -> call(port.uri()))
                    .hasRootCauseInstanceOf(IOException.class)
                    .cause()
                    .isInstanceOf(ConnectException.class);
        }
    }

    private static Message call(URI uri) {
        return new Caller()
                .call(
                        uri,
                        Message.request("POST", "/v1/x?y=z", "{\"ü\":null}").with("Content-Type", "application/json"));
    }
}
