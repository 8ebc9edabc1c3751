package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class CallerWhoLeftTest {

    private static final String REQUEST = """
            POST /v1/realtime/client_secrets HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Type: application/json\r
            Content-Length: 2\r
            \r
            {}""";

    private final CountDownLatch minting = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);

    /** A stop waits for all exchanges, and would fail after a while if this one stayed open. */
    @Test
    void isNoFaultAndKeepsNothingOpen() throws Exception {
        try (LogCapture log = LogCapture.open()) {
            try (RunningEdge edge = RunningEdge.over(this::slowly)) {
                askAndLeave(edge);
                left.countDown();
            }

            assertThat(log.lines()).noneMatch(line -> line.startsWith("ERROR"));
        }
    }

    private void askAndLeave(RunningEdge edge) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", edge.server().uri().getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            await(minting);
        }
    }

    private MintedToken slowly(MintRequest request) {
        minting.countDown();
        await(left);
        return Tokens.of(request);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
