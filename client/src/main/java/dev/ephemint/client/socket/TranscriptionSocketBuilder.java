package dev.ephemint.client.socket;

import dev.ephemint.client.TokenSource;
import dev.ephemint.client.internal.Timer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link TranscriptionSocket}; none is required. */
public final class TranscriptionSocketBuilder {

    private final TokenSource tokens;
    private TranscriptionListener listener = new NoListener();
    private @Nullable HttpClient httpClient;
    private int sendsInFlight = 8;
    private int reconnects = 3;
    private Duration timeout = Duration.ofSeconds(10);
    private Duration keepAlive = Duration.ofSeconds(15);
    private Duration longestTurn = Duration.ofSeconds(20);
    private Timer timer = Timer.SYSTEM;

    TranscriptionSocketBuilder(TokenSource tokens) {
        this.tokens = tokens;
    }

    /** Receives the events. */
    public TranscriptionSocketBuilder listener(TranscriptionListener told) {
        listener = told;
        return this;
    }

    /** An HTTP client with a proxy, a trust store or an executor of one's own. It must not follow redirects. */
    public TranscriptionSocketBuilder httpClient(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("httpClient follows redirects, and would take the token along");
        }
        httpClient = client;
        return this;
    }

    /** How many events may wait to leave before a sender is held up: 8 by default, of at most half a second each. */
    public TranscriptionSocketBuilder maxSendsInFlight(int sends) {
        if (sends < 1) {
            throw new IllegalArgumentException("maxSendsInFlight must be positive");
        }
        sendsInFlight = sends;
        return this;
    }

    /**
     * How many connections in a row may follow one that broke: 3 by default, counted anew once the vendor takes audio or a
     * connection has lasted as long as {@link #keepAlive}.
     */
    public TranscriptionSocketBuilder maxReconnects(int connections) {
        if (connections < 0) {
            throw new IllegalArgumentException("maxReconnects must not be negative");
        }
        reconnects = connections;
        return this;
    }

    /**
     * How long a session may take to begin, the vendor to send the next of the last texts, and to close: 10 seconds each by
     * default.
     */
    public TranscriptionSocketBuilder timeout(Duration longest) {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("timeout must be positive");
        }
        timeout = longest;
        return this;
    }

    /**
     * How long a turn may last if the vendor ends none, which is so without turn detection and with models that write along
     * (gpt-live-transcribe and gpt-realtime-whisper at OpenAI): 20 seconds by default. The client commits then, and after
     * half of it at a pause. Text that is complete comes after a commit only.
     */
    public TranscriptionSocketBuilder maxTurn(Duration longest) {
        if (longest.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("maxTurn must be at least one second");
        }
        longestTurn = longest;
        return this;
    }

    /**
     * How long nothing may come before the vendor is asked for a sign of life, and how long that may take before the
     * connection counts as broken: 15 seconds each by default.
     */
    public TranscriptionSocketBuilder keepAlive(Duration longest) {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("keepAlive must be positive");
        }
        keepAlive = longest;
        return this;
    }

    TranscriptionSocketBuilder timer(Timer timer) {
        this.timer = timer;
        return this;
    }

    /** Connects, and waits until the session is there. */
    public TranscriptionSocket open() {
        return TranscriptionSocket.BLOCKING.await(openAsync());
    }

    /** Connects. Cancelling the future gives the connection up. */
    public CompletableFuture<TranscriptionSocket> openAsync() {
        SocketSettings settings = new SocketSettings(
                httpClient == null ? Shared.HTTP : httpClient,
                sendsInFlight,
                reconnects,
                timeout,
                keepAlive,
                longestTurn,
                timer);
        return new TranscriptionSocket(tokens, settings, listener).open();
    }

    /** One for all sockets, because each has a thread of its own. */
    private static final class Shared {
        static final HttpClient HTTP = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Who listens by other means, or not at all. */
    private static final class NoListener implements TranscriptionListener {}
}
