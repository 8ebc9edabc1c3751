package dev.ephemint.testing.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawServerTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noticesAClientThatClosesOrResetsTheConnection(boolean isReset) throws Exception {
        try (RawServer unit = RawServer.handling((peer, request) -> peer.write("HTTP/1.1 200 OK\r\n"))) {
            try (Socket client = connected(unit)) {
                client.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(client.getInputStream().read()).isEqualTo('H');
                client.setSoLinger(isReset, 0);
            }

            unit.awaitAbandoned();
            assertThat(unit.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("GET");
                assertThat(request.target()).isEqualTo("/");
            });
        }
    }

    @Test
    void closeThrowsTheFailureOfAScript() throws Exception {
        RawServer unit = new RawServer(peer -> {
            peer.readRequest();
            throw new IllegalStateException("planted");
        });
        try (Socket client = connected(unit)) {
            client.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(client.getInputStream().read()).isNegative();
        }

        assertThatThrownBy(unit::close).isInstanceOf(AssertionError.class).hasRootCauseMessage("planted");
    }

    private static Socket connected(RawServer server) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }
}
