package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.client.EphemintException;
import dev.ephemint.client.testing.FakePeer;
import dev.ephemint.client.testing.FakeVendor;
import dev.ephemint.client.testing.FakeVendor.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SocketReconnectTest {

    private static final Script GOES_AWAY_ONCE_IN_USE = peer -> {
        receive(peer.begin().configure(), 1);
        peer.close(1011);
        peer.receive();
    };
    private static final Script GOES_AWAY = peer -> {
        peer.begin().configure();
        peer.close(1011);
        peer.receive();
    };

    private final RecordingListener listener = new RecordingListener();
    private final SocketTimer timer = new SocketTimer();

    @Test
    void replacesABrokenConnectionAndReportsTheLoss() throws Exception {
        try (FakeVendor vendor = new FakeVendor(
                peer -> {
                    receive(peer.begin().configure(), 2);
                    peer.committed("i");
                    receive(peer, 1);
                    peer.close(1011);
                    peer.receive();
                },
                peer -> {
                    peer.begin().configure();
                    peer.completed("j", "after").end();
                })) {
            TranscriptionSocket unit = open(vendor);
            unit.send(new byte[9600]);
            unit.commit();
            unit.send(new byte[4800]);
            listener.text.get();

            assertThatThrownBy(unit::close)
                    .isInstanceOfSatisfying(TranscriptionFailedException.class, failed -> assertThat(failed.lost())
                            .isEqualTo(new LostAudio(Duration.ofMillis(100), List.of("i"))));
            assertThat(vendor.peers().get(1).header("authorization")).isEqualTo("Bearer ek_planted2");
            assertThat(listener.calls).containsExactly("reconnecting", "completed j after");
            assertThat(listener.lost).containsExactly(new LostAudio(Duration.ofMillis(100), List.of("i")));
            assertThat(timer.waits).containsExactly(Duration.ofMillis(500));
        }
    }

    @Test
    void endsAfterThreeFailedReconnects() throws Exception {
        try (FakeVendor vendor = new FakeVendor(GOES_AWAY_ONCE_IN_USE, GOES_AWAY)) {
            TranscriptionSocket unit = open(vendor);
            unit.send(new byte[2]);

            assertThat(listener.closed.get()).isInstanceOf(SocketBrokenException.class);
            assertThat(vendor.peers()).hasSize(4);
            assertThat(timer.waits)
                    .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
            assertThatThrownBy(() -> unit.send(new byte[2])).isInstanceOf(SocketBrokenException.class);
            unit.close();
        }
    }

    @Test
    void acceptedAudioResetsTheReconnectCount() throws Exception {
        Script works = peer -> {
            peer.begin().configure();
            peer.completed("i", "text").close(1001);
            peer.receive();
        };
        Script refuses = peer -> peer.refuse("400 No", "{}");
        try (FakeVendor vendor = new FakeVendor(GOES_AWAY_ONCE_IN_USE, works, works, works, works, works, refuses)) {
            TranscriptionSocket unit = open(vendor);
            unit.send(new byte[2]);

            assertThat(listener.closed.get()).isInstanceOf(SocketRefusedException.class);
            assertThat(vendor.peers()).hasSize(7);
            assertThatThrownBy(unit::close).isSameAs(listener.closed.get());
        }
    }

    @Test
    void lastingConnectionsResetTheReconnectCount() throws Exception {
        SynchronousQueue<String> hours = new SynchronousQueue<>();
        Semaphore begun = new Semaphore(0);
        try (FakeVendor vendor = new FakeVendor(peer -> {
            begun.release();
            peer.begin().configure();
            if (next(hours).equals("over")) {
                peer.close(1001, "Your session hit the maximum duration of 60 minutes.");
                peer.receive();
            } else {
                peer.end();
            }
        })) {
            try (TranscriptionSocket unit = open(vendor)) {
                for (int hour = 1; hour <= 5; hour++) {
                    begun.acquire();
                    timer.look();
                    timer.look();
                    hours.put("over");
                }
                hours.put("closed by us");
                unit.send(new byte[2]);
            }

            assertThat(listener.calls).hasSize(5).containsOnly("reconnecting");
            assertThat(timer.waits).hasSize(5).containsOnly(Duration.ofMillis(500));
        }
    }

    private static String next(SynchronousQueue<String> hours) {
        try {
            return hours.take();
        } catch (InterruptedException over) {
            throw new AssertionError(over);
        }
    }

    @Test
    void reconnectsAfterTheSessionExpires() throws Exception {
        try (FakeVendor vendor = new FakeVendor(
                peer -> {
                    receive(peer.begin().configure(), 1);
                    peer.error("session_expired", "Your session hit the maximum duration of 60 minutes.");
                    peer.receive();
                },
                peer -> {
                    peer.begin().configure();
                    peer.completed("i", "next hour").end();
                })) {
            try (TranscriptionSocket unit = open(vendor)) {
                unit.send(new byte[2]);
                listener.text.get();
            }

            assertThat(listener.reconnecting.get()).hasMessage("The session has reached its maximum duration");
            assertThat(vendor.mints()).isEqualTo(2);
        }
    }

    @Test
    void noReasonContainsTheToken() throws Exception {
        try (FakeVendor vendor = new FakeVendor(
                peer -> {
                    receive(peer.begin().configure(), 1);
                    peer.close(1011, "ek_planted1 is tired, sk-abcdefgh too");
                    peer.receive();
                },
                peer -> {
                    if (peer.begin().configure().receive().startsWith("close")) {
                        peer.close(1000);
                    }
                })) {
            TranscriptionSocket unit = open(vendor);
            unit.send(new byte[2]);

            assertThat(listener.reconnecting.get())
                    .hasMessage("The connection ended: 1011 [redacted] is tired, [redacted] too");
            unit.close();
        }
    }

    @Test
    void sendThrowsOnceTheConnectionIsDropped() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            receive(peer.begin().configure(), 1);
            peer.close();
        })) {
            TranscriptionSocket unit = openWithoutReconnects(vendor, listener);

            assertThatThrownBy(() -> {
                        while (true) {
                            unit.send(new byte[2]);
                        }
                    })
                    .isInstanceOf(SocketBrokenException.class)
                    .isSameAs(listener.closed.get());
        }
    }

    /** The JDK does not report a connection that drops while a listener runs. */
    @Test
    void watchdogDetectsADroppedConnection() throws Exception {
        CompletableFuture<Void> dropped = new CompletableFuture<>();
        TranscriptionListener slow = new TranscriptionListener() {
            @Override
            public void delta(String itemId, String text) {
                dropped.join();
            }

            @Override
            public void closed(@Nullable EphemintException why) {
                listener.closed(why);
            }
        };
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin().configure().delta("i", "t");
            peer.close();
            dropped.complete(null);
        })) {
            TranscriptionSocket unit = openWithoutReconnects(vendor, slow);
            timer.lookUntil(listener.closed);

            assertThat(listener.closed.get()).isInstanceOf(SocketBrokenException.class);
            assertThatThrownBy(unit::close).isSameAs(listener.closed.get());
        }
    }

    @Test
    void pingsASilentPeerThenDropsIt() throws Exception {
        CompletableFuture<Void> silent = new CompletableFuture<>();
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin().configure();
            silent.join();
        })) {
            TranscriptionSocket unit = openWithoutReconnects(vendor, listener);
            timer.lookUntil(listener.closed);

            assertThat(listener.closed.get()).hasMessage("The vendor did not respond to a ping");
            silent.complete(null);
            assertThatThrownBy(unit::close).isSameAs(listener.closed.get());
        }
    }

    @Test
    void keepsASilentPeerThatRespondsToPings() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin().configure();
            while (peer.receive().contains("append")) {
                // The client responds to every ping meanwhile.
            }
            peer.committed("i").completed("i", "text").end();
        })) {
            try (TranscriptionSocket unit = open(vendor)) {
                timer.look();
                timer.look();
                unit.send(new byte[4800]);
            }

            assertThat(listener.calls).containsExactly("completed i text");
        }
    }

    private static void receive(FakePeer peer, int events) throws IOException {
        for (int listener = 0; listener < events; listener++) {
            peer.receive();
        }
    }

    private TranscriptionSocket openWithoutReconnects(FakeVendor vendor, TranscriptionListener received) {
        return TranscriptionSocket.builder(vendor.tokens("session.update"))
                .listener(received)
                .maxReconnects(0)
                .timer(timer)
                .open();
    }

    private TranscriptionSocket open(FakeVendor vendor) {
        return TranscriptionSocket.builder(vendor.tokens("session.update"))
                .listener(listener)
                .timer(timer)
                .open();
    }
}
