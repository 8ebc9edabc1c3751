package dev.ephemint.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Audio in, text out, over a connection that a mint described. Takes 16-bit samples at 24 kHz, one channel, little-endian;
 * tells a {@link TranscriptionListener} what it hears. Safe for use by many threads.
 *
 * <p>Who sends faster than the network takes is held up, also while a broken connection is replaced. What a broken
 * connection had been given is not sent again; the listener is told how much of it may not have been transcribed. Methods
 * throw {@link EphemintException} once there is no connection any more.
 */
public final class TranscriptionSocket implements AutoCloseable {

    private final SocketSettings settings;
    private final Announcer announcer;
    private final Connections connections;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    TranscriptionSocket(TokenSource tokens, SocketSettings settings, TranscriptionListener listener) {
        this.settings = settings;
        this.announcer = new Announcer(listener);
        this.connections = new Connections(tokens, settings, announcer);
    }

    public static TranscriptionSocketBuilder builder(TokenSource tokens) {
        return new TranscriptionSocketBuilder(tokens);
    }

    /** Connects with every setting at its default, and waits until the session is there. */
    public static TranscriptionSocket open(TokenSource tokens, TranscriptionListener listener) {
        return builder(tokens).listener(listener).open();
    }

    CompletableFuture<TranscriptionSocket> open() {
        CompletableFuture<TranscriptionSocket> open = connections.first().thenApply(link -> this);
        CompletableFuture<?> unused = open.whenComplete((socket, failure) -> {
            if (open.isCancelled()) {
                giveUp();
            }
        });
        return open;
    }

    private void giveUp() {
        Link link = connections.stop();
        if (link != null) {
            link.leave();
        }
    }

    /** Sends all there is in a stream, as fast as the network takes it. */
    public void send(InputStream samples) throws IOException {
        byte[] frame = samples.readNBytes(Audio.FRAME);
        while (frame.length > 1) {
            send(Arrays.copyOf(frame, frame.length & ~1));
            frame = samples.readNBytes(Audio.FRAME);
        }
    }

    /** Sends samples. */
    public void send(byte[] samples) {
        if (samples.length % 2 != 0) {
            throw new IllegalArgumentException("Half a sample is left over");
        }
        for (int from = 0; from < samples.length; from += Audio.LONGEST_FRAME) {
            append(Arrays.copyOfRange(samples, from, Math.min(samples.length, from + Audio.LONGEST_FRAME)));
        }
    }

    /** On the next connection if the one at hand has ended. */
    private void append(byte[] frame) {
        while (true) {
            Link link = current();
            if (Blocking.interruptibly(() -> link.append(frame))) {
                return;
            }
            replaceIfEnded(link);
        }
    }

    /** Ends a turn where the session has no turn detection. Of no effect where nothing was sent since the last. */
    public void commit() {
        Link link = current();
        Blocking.interruptibly(() -> {
            link.commit();
            return true;
        });
    }

    Link current() {
        if (announcer.isTelling()) {
            throw new IllegalStateException("A listener that sends would wait for itself");
        }
        return Blocking.await(connections.current().copy());
    }

    private void replaceIfEnded(Link link) {
        EphemintException why = link.ended.getNow(null);
        if (why != null) {
            connections.lost(link, why);
        }
    }

    /**
     * Commits what no turn detection will commit, waits for the text of every committed turn, and closes. Each wait has the
     * timeout of the settings. Who is being held up while sending gets an {@link IllegalStateException}.
     */
    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        boolean wasOver = connections.current().isCompletedExceptionally();
        Link link = connections.stop();
        if (announcer.isTelling()) {
            CompletableFuture<?> unused = CompletableFuture.runAsync(() -> close(link, wasOver), Background.THREADS);
        } else {
            close(link, wasOver);
        }
    }

    private void close(@Nullable Link link, boolean wasOver) {
        if (link != null) {
            finish(link);
            announcer.lost(link.turns.lost());
        }
        if (!wasOver) {
            announcer.closed(null);
        }
    }

    private void finish(Link link) {
        try {
            within(link.finish());
            within(link.close());
        } finally {
            link.abort();
        }
    }

    private void within(CompletableFuture<?> end) {
        CompletableFuture<Void> limit = settings.timer().after(settings.timeout());
        try {
            Blocking.await(CompletableFuture.anyOf(end, limit));
        } finally {
            limit.cancel(false);
        }
    }

    @Override
    public String toString() {
        return "TranscriptionSocket" + (isClosed.get() ? "[closed]" : "");
    }
}
