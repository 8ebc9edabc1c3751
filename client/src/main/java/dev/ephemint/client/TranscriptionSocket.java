package dev.ephemint.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Audio in, text out, over a connection that a mint described. Takes 16-bit samples at 24 kHz, one channel, little-endian;
 * tells a {@link TranscriptionListener} what it hears. Safe for use by many threads.
 *
 * <p>Who sends faster than the network takes is held up, also while a broken connection is replaced; so nothing is to be
 * sent from the listener's methods. Methods throw {@link EphemintException} once there is no connection any more.
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
        return connections.first().thenApply(link -> this);
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
            byte[] frame = Arrays.copyOfRange(samples, from, Math.min(samples.length, from + Audio.LONGEST_FRAME));
            transmit(Audio.append(frame), link -> link.turns.appended(frame.length));
        }
    }

    /** Ends a turn where the session has no turn detection. */
    public void commit() {
        transmit(Audio.commit(), link -> link.turns.commitAsked());
    }

    /** Repeated on the next connection if the one at hand ends meanwhile. */
    private void transmit(String event, Consumer<Link> noted) {
        while (true) {
            Link link = Blocking.await(connections.current().copy());
            noted.accept(link);
            if (isSent(link, event)) {
                return;
            }
            connections.lost(link, link.ended.join());
        }
    }

    private static boolean isSent(Link link, String event) {
        try {
            return link.send(event);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("Interrupted while waiting to send", interrupted);
        }
    }

    /**
     * Sends what waits, commits what no turn detection will commit, waits for the text of every committed turn, and closes.
     * Each wait has the timeout of the settings.
     */
    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        boolean wasOver = connections.current().isCompletedExceptionally();
        Link link = connections.stop();
        if (link != null) {
            close(link);
        }
        if (!wasOver) {
            announcer.closed(null);
        }
    }

    private void close(Link link) {
        try {
            if (link.turns.wantsCommit()) {
                link.turns.commitAsked();
                isSent(link, Audio.commit());
            }
            Blocking.await(CompletableFuture.anyOf(
                    link.turns.settled(), link.ended, settings.timer().after(settings.timeout())));
            Blocking.await(CompletableFuture.anyOf(
                    link.close(), link.ended, settings.timer().after(settings.timeout())));
        } finally {
            link.abort();
        }
    }

    @Override
    public String toString() {
        return "TranscriptionSocket" + (isClosed.get() ? "[closed]" : "");
    }
}
