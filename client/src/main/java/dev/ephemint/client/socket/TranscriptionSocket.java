package dev.ephemint.client.socket;

import dev.ephemint.client.EphemintException;
import dev.ephemint.client.NoResponseException;
import dev.ephemint.client.TokenSource;
import dev.ephemint.client.internal.Blocking;
import dev.ephemint.client.internal.audio.AudioSamples;
import dev.ephemint.client.internal.socket.Background;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Transcribes audio over a WebSocket. Accepts 16-bit samples at 24 kHz, mono, little-endian, and converts them if the
 * session's format is G.711; a {@link TranscriptionListener} receives the vendor's events. Thread-safe.
 *
 * <p>A sender that is faster than the network blocks, also while a broken connection is replaced. Audio of a broken connection
 * is not sent again; the listener learns how much may not have been transcribed. If the vendor ends no turns, they end after
 * {@link TranscriptionSocketBuilder#maxTurn}. Methods throw {@link EphemintException} once the connection has ended for good,
 * and {@link #close} throws if audio was not transcribed.
 *
 * <pre>{@code
 * try (InputStream speech = WavAudio.open(Path.of("speech.wav"));
 *         TranscriptionSocket socket = TranscriptionSocket.open(tokens, TranscriptionListener.ofText(System.out::println))) {
 *     socket.send(speech);
 * }
 * }</pre>
 */
public final class TranscriptionSocket implements AutoCloseable {

    static final Blocking BLOCKING = new Blocking(EphemintException.class, NoResponseException::new);

    private final SocketSettings settings;
    private final ListenerDispatcher dispatcher;
    private final ReconnectingConnection connections;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** The failure that a method has thrown; {@link #unthrown} is still to be thrown. */
    private volatile @Nullable RuntimeException thrown;

    private final AtomicReference<@Nullable RuntimeException> unthrown = new AtomicReference<>();

    TranscriptionSocket(TokenSource tokens, SocketSettings settings, TranscriptionListener listener) {
        this.settings = settings;
        this.dispatcher = new ListenerDispatcher(listener);
        this.connections = new ReconnectingConnection(tokens, settings, dispatcher);
    }

    public static TranscriptionSocketBuilder builder(TokenSource tokens) {
        return new TranscriptionSocketBuilder(tokens);
    }

    /**
     * Connects with default settings, and waits until the session is configured.
     *
     * @throws IllegalArgumentException if the session's audio format is neither PCM at 24 kHz nor G.711
     */
    public static TranscriptionSocket open(TokenSource tokens, TranscriptionListener listener) {
        return builder(tokens).listener(listener).open();
    }

    CompletableFuture<TranscriptionSocket> open() {
        CompletableFuture<TranscriptionSocket> open = connections.first().thenApply(connection -> this);
        CompletableFuture<?> unused = open.whenComplete((socket, failure) -> {
            if (open.isCancelled()) {
                giveUp();
            }
        });
        return open;
    }

    private void giveUp() {
        SocketConnection connection = connections.stop().connection();
        if (connection != null) {
            connection.leave();
        }
    }

    /** Sends a stream to its end, as fast as the network accepts it. */
    public void send(InputStream samples) throws IOException {
        byte[] frame = samples.readNBytes(AudioSamples.FRAME);
        while (frame.length > 1) {
            send(Arrays.copyOf(frame, frame.length & ~1));
            frame = samples.readNBytes(AudioSamples.FRAME);
        }
    }

    /** Sends samples. */
    public void send(byte[] samples) {
        if (samples.length % 2 != 0) {
            throw new IllegalArgumentException("samples must have an even length, got " + samples.length);
        }
        for (int from = 0; from < samples.length; from += AudioSamples.LONGEST_FRAME) {
            append(Arrays.copyOfRange(samples, from, Math.min(samples.length, from + AudioSamples.LONGEST_FRAME)));
        }
    }

    /** Sends on the next connection if the current one has ended. */
    private void append(byte[] frame) {
        while (true) {
            SocketConnection connection = current();
            if (BLOCKING.interruptibly(() -> connection.append(frame))) {
                return;
            }
            replaceIfEnded(connection);
        }
    }

    /**
     * Ends a turn if the session has no turn detection. Has no effect if nothing was sent since the last commit; audio
     * shorter than 100 ms, the vendors' minimum, is padded with silence.
     */
    public void commit() {
        SocketConnection connection = current();
        BLOCKING.interruptibly(() -> {
            connection.commit();
            return true;
        });
    }

    SocketConnection current() {
        if (dispatcher.isDispatching()) {
            throw new IllegalStateException("send() called from a listener would deadlock");
        }
        try {
            return BLOCKING.await(connections.current().copy());
        } catch (RuntimeException why) {
            thrown = why;
            throw why;
        }
    }

    private void replaceIfEnded(SocketConnection connection) {
        EphemintException why = connection.ended.getNow(null);
        if (why != null) {
            connections.lost(connection, why);
        }
    }

    /**
     * Commits audio that turn detection will not commit, waits for the transcript of every committed turn, and closes. Each
     * wait has the configured timeout. A sender that is blocked meanwhile gets an {@link IllegalStateException}.
     *
     * <p>Called by the listener, it returns at once; a later call by another thread waits and throws instead. Each
     * failure is thrown once.
     *
     * @throws TranscriptionFailedException if audio was not transcribed or the vendor rejected an event, whether or not
     *     the listener was called for it
     * @throws EphemintException with the reason if the connections ended for good, unless another method has thrown it
     */
    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            ReconnectingConnection.Last last = connections.stop();
            if (dispatcher.isDispatching()) {
                CompletableFuture<?> unused = CompletableFuture.runAsync(() -> end(last), Background.THREADS);
            } else {
                end(last);
            }
        }
        if (!dispatcher.isDispatching()) {
            BLOCKING.await(closed.copy());
            throwOnce();
        }
    }

    private void throwOnce() {
        RuntimeException failure = unthrown.getAndSet(null);
        if (failure != null) {
            throw BLOCKING.thrownHere(failure);
        }
    }

    private void end(ReconnectingConnection.Last last) {
        try {
            RuntimeException why = last.why();
            SocketConnection connection = last.connection();
            if (connection != null) {
                EphemintException refusal = finish(connection);
                dispatcher.lost(connection.turns.lost());
                dispatcher.closed(refusal);
                why = refusal;
            } else if (why == null) {
                dispatcher.closed(null);
            }
            unthrown.set(failure(why == thrown ? null : why));
        } finally {
            closed.complete(null);
        }
    }

    private @Nullable RuntimeException failure(@Nullable RuntimeException why) {
        TranscriptionFailedException shortfall = dispatcher.shortfall.take();
        if (why == null || shortfall == null) {
            return why == null ? shortfall : why;
        }
        why.addSuppressed(shortfall);
        return why;
    }

    /** Why the vendor ended the connection before the last transcripts; null if it did not, or gave no final reason. */
    private @Nullable EphemintException finish(SocketConnection connection) {
        try {
            CompletableFuture<?> texts = connection.finish();
            long steps;
            do {
                steps = connection.turns.steps();
            } while (!isDoneInTime(texts) && connection.turns.steps() > steps);
            isDoneInTime(connection.close());
            EphemintException end = connection.ended.getNow(null);
            return isNews(end, connection) ? end : null;
        } finally {
            connection.abort();
        }
    }

    /** A rejection after the last transcript is harmless, and audio lost to a broken connection is counted. */
    private static boolean isNews(@Nullable EphemintException end, SocketConnection connection) {
        return end instanceof TranscriptionFailedException
                || (end instanceof SocketRefusedException
                        && !connection.turns.settled().isDone());
    }

    private boolean isDoneInTime(CompletableFuture<?> end) {
        CompletableFuture<Void> limit = settings.timer().after(settings.timeout());
        try {
            BLOCKING.await(CompletableFuture.anyOf(end, limit));
            return end.isDone();
        } finally {
            limit.cancel(false);
        }
    }

    @Override
    public String toString() {
        return "TranscriptionSocket" + (isClosed.get() ? "[closed]" : "");
    }
}
