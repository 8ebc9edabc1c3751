package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class CallerDisconnectsTest {

    private static final String REQUEST = """
            POST /v1/realtime/client_secrets HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Type: application/json\r
            Content-Length: 2\r
            \r
            {}""";

    private final SlowMint mint = new SlowMint();

    /** A stop waits for all exchanges, and would fail after a while if this one stayed open. */
    @Test
    void disconnectLogsNoErrorAndLeavesNoRequestOpen() throws Exception {
        try (LogCapture log = LogCapture.open()) {
            try (RunningEdge edge = RunningEdge.over(mint)) {
                askAndLeave(edge);
                mint.proceed();
            }

            assertThat(log.lines()).noneMatch(line -> line.startsWith("ERROR"));
        }
    }

    private void askAndLeave(RunningEdge edge) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", edge.server().uri().getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            mint.awaitRequest();
        }
    }
}
