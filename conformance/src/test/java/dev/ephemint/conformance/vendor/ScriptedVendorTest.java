package dev.ephemint.conformance.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.http.NoResponseException;
import dev.ephemint.testing.RawHttp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ScriptedVendorTest {
    private static final Message RESPONSE =
            Message.response(200, "{\"value\":\"ek_tape_x\"}").with("X-Request-Id", "r-1");

    private final ScriptedVendor unit = ScriptedVendor.start();

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void keepsRequestsAndRespondsAsScripted() {
        unit.script(VendorReaction.response(RESPONSE));

        Message response = call(unit.uri());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("x-request-id")).hasValue("r-1");
        assertThat(response.body()).isEqualTo(RESPONSE.body());
        assertThat(unit.requests()).singleElement().satisfies(request -> {
            assertThat(request.start()).isEqualTo("POST /v1/x?y=z");
            assertThat(request.header("CONTENT-TYPE")).hasValue("application/json");
            assertThat(request.body()).isEqualTo("{\"ü\":null}");
        });
    }

    @Test
    void scriptForgetsWhatCameBefore() {
        unit.script(VendorReaction.response(RESPONSE));
        call(unit.uri());

        unit.script(VendorReaction.response(RESPONSE));

        assertThat(unit.requests()).isEmpty();
    }

    @Test
    void resetAndTruncateBreakTheExchange() {
        unit.script(VendorReaction.reset());
        assertThatThrownBy(() -> call(unit.uri())).isInstanceOf(NoResponseException.class);

        unit.script(VendorReaction.truncate(RESPONSE));
        assertThatThrownBy(() -> call(unit.uri())).isInstanceOf(NoResponseException.class);
    }

    @Test
    void oversizeResponseIsStillJson() {
        unit.script(VendorReaction.oversize(RESPONSE, 100_000));

        assertThat(call(unit.uri()).body()).hasSize(100_000).startsWith(RESPONSE.body());
    }

    @Test
    void reportsWhatIsNotHttp() throws IOException {
        unit.script(VendorReaction.response(RESPONSE));

        assertThat(RawHttp.send(unit.uri(), "hello\r\n")).isEmpty();

        assertThat(unit.faults()).containsExactly("java.io.IOException: not a request line: hello");
    }

    @Test
    void refusingPortRefuses() {
        try (ReservedPort port = ReservedPort.open()) {
            assertThatThrownBy(() -> call(port.uri()))
                    .hasRootCauseInstanceOf(IOException.class)
                    .cause()
                    .isInstanceOf(ConnectException.class);
        }
    }

    private static Message call(URI uri) {
        return new MessageSender()
                .call(
                        uri,
                        Message.request("POST", "/v1/x?y=z", "{\"ü\":null}").with("Content-Type", "application/json"));
    }
}
