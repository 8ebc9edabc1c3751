package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ephemint.server.http.proxy.Proxies;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OpenConnectionsTest {

    private static final String HEALTH = "HEAD /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    private final SlowMint mint = new SlowMint();

    @Test
    void aHealthCheckReplacesTheConnectionThatWaitsLongest() throws Exception {
        try (RunningEdge edge = limitedTo(2);
                RawCaller longest = open(edge, 1).send("GET /half");
                RawCaller other = open(edge, 2);
                RawCaller health = RawCaller.of(edge.server().uri()).send(HEALTH)) {
            assertThat(health.receiveHead()).startsWith("HTTP/1.1 200 ");

            assertThat(longest.isEnded()).isTrue();
            assertThat(other.send(HEALTH).receiveHead()).startsWith("HTTP/1.1 200 ");
            assertThat(edge.server().load().connections()).isEqualTo(2);
            assertThat(edge.server().load().closed()).isEqualTo(1);
        }
    }

    @Test
    void aRequestMakesItsConnectionTheNewest() throws Exception {
        try (RunningEdge edge = limitedTo(2);
                RawCaller first = open(edge, 1);
                RawCaller second = open(edge, 2)) {
            assertThat(first.send(HEALTH).receiveHead()).startsWith("HTTP/1.1 200 ");
            try (RawCaller third = RawCaller.of(edge.server().uri()).send(HEALTH)) {
                assertThat(third.receiveHead()).startsWith("HTTP/1.1 200 ");
                assertThat(second.isEnded()).isTrue();
                assertThat(first.send(HEALTH).receiveHead()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void aConnectionWithARequestInProgressStays() throws Exception {
        try (RunningEdge edge = limitedTo(1);
                RawCaller minting = open(edge, 1).send(RawCaller.mint())) {
            mint.awaitRequest();
            try (RawCaller health = RawCaller.of(edge.server().uri())) {
                assertThat(health.isEnded()).isTrue();
            }
            mint.proceed();

            assertThat(minting.receive()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aClosedConnectionCountsNoMore() throws Exception {
        try (RunningEdge edge = limitedTo(2)) {
            open(edge, 1).close();

            awaitOpen(edge, 0);
            assertThat(edge.server().load().closed()).isZero();
        }
    }

    /** Another connection, of which the service knows. */
    private static RawCaller open(RunningEdge edge, int number) throws Exception {
        RawCaller caller = RawCaller.of(edge.server().uri());
        awaitOpen(edge, number);
        return caller;
    }

    private static void awaitOpen(RunningEdge edge, int number) {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            while (edge.server().load().connections() != number) {
                Thread.onSpinWait();
            }
        });
    }

    private RunningEdge limitedTo(int connections) throws Exception {
        return RunningEdge.on(new Listener("127.0.0.1", 0, Optional.empty(), false, Proxies.NONE, connections), mint);
    }
}
