package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.client.FakeVendor.Script;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SocketReconnectTest {

    private static final Script BREAKS = peer -> {
        peer.begin().hear();
        peer.close(1011);
        peer.hear();
    };
    private static final Script BREAKS_ONCE_IN_USE = peer -> {
        peer.begin().hear();
        peer.hear();
    };

    private final Heard heard = new Heard();
    private final FakeTimer timer = new FakeTimer();

    @Test
    void aBrokenConnectionIsReplacedWithAnotherToken() throws Exception {
        try (FakeVendor vendor = new FakeVendor(BREAKS_ONCE_IN_USE, peer -> {
            peer.begin().hear();
            peer.completed("i", "after");
            peer.end();
        })) {
            try (TranscriptionSocket unit = open(vendor)) {
                unit.send(new byte[2]);
                heard.text.get();
            }

            assertThat(vendor.peers.get(1).headers).containsEntry("authorization", "Bearer ek_planted2");
            assertThat(heard.news).containsExactly("reconnecting", "completed after");
            assertThat(timer.waits).containsExactly(Duration.ofMillis(500));
        }
    }

    @Test
    void threeInARowMayFollowAndThenTheReasonIsTold() throws Exception {
        try (FakeVendor vendor = new FakeVendor(BREAKS_ONCE_IN_USE, BREAKS)) {
            TranscriptionSocket unit = open(vendor);
            unit.send(new byte[2]);

            assertThat(heard.closed.get()).isInstanceOf(SocketBrokenException.class);
            assertThat(vendor.peers).hasSize(4);
            assertThat(timer.waits)
                    .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
            assertThatThrownBy(() -> unit.send(new byte[2])).isInstanceOf(SocketBrokenException.class);
            unit.close();
        }
    }

    @Test
    void aVendorThatTakesAudioIsComeBackToAsOftenAsItTakes() throws Exception {
        Script works = peer -> {
            peer.begin().hear();
            peer.completed("i", "text").close(1001);
            peer.hear();
        };
        try (FakeVendor vendor = new FakeVendor(
                BREAKS_ONCE_IN_USE, works, works, works, works, works, peer -> peer.refuse("401 No", "{}"))) {
            TranscriptionSocket unit = open(vendor);
            unit.send(new byte[2]);

            assertThat(heard.closed.get()).isInstanceOf(SocketRefusedException.class);
            assertThat(vendor.peers).hasSize(7);
            unit.close();
        }
    }

    private TranscriptionSocket open(FakeVendor vendor) {
        return TranscriptionSocket.builder(vendor.tokens("session.update"))
                .listener(heard)
                .timer(timer)
                .open();
    }
}
