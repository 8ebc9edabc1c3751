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
    public TranscriptionSocketBuilder listener(TranscriptionListener receiver) {
        listener = receiver;
        return this;
    }

    /** Your own HTTP client, for a proxy, a trust store or an executor. It must not follow redirects. */
    public TranscriptionSocketBuilder httpClient(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("httpClient: must not follow redirects, they would forward the token");
        }
        httpClient = client;
        return this;
    }

    /** How many events may wait before a sender blocks: 8 by default, of at most half a second of audio each. */
    public TranscriptionSocketBuilder maxSendsInFlight(int sends) {
        if (sends < 1) {
            throw new IllegalArgumentException("maxSendsInFlight: must be greater than zero");
        }
        sendsInFlight = sends;
        return this;
    }

    /**
     * How many connections in a row may follow one that broke: 3 by default, counted from zero once the vendor accepts audio or a
     * connection has lasted as long as {@link #keepAlive}.
     */
    public TranscriptionSocketBuilder maxReconnects(int connections) {
        if (connections < 0) {
            throw new IllegalArgumentException("maxReconnects: must not be negative");
        }
        reconnects = connections;
        return this;
    }

    /**
     * How long the session may take to start, each of the last transcripts to arrive, and the vendor to close: 10 seconds
     * each by default.
     */
    public TranscriptionSocketBuilder timeout(Duration longest) {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("timeout: must be greater than zero");
        }
        timeout = longest;
        return this;
    }

    /**
     * How long a turn may last if the vendor ends none: without turn detection, and with models that transcribe continuously
     * (gpt-live-transcribe and gpt-realtime-whisper at OpenAI): 20 seconds by default. The client commits then, and after
     * half of it at a pause. A complete transcript follows only a commit.
     */
    public TranscriptionSocketBuilder maxTurn(Duration longest) {
        if (longest.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("maxTurn: must be at least one second");
        }
        longestTurn = longest;
        return this;
    }

    /**
     * How long the vendor may be silent before a ping, and how long the pong may take before the connection counts as
     * broken: 15 seconds each by default.
     */
    public TranscriptionSocketBuilder keepAlive(Duration longest) {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("keepAlive: must be greater than zero");
        }
        keepAlive = longest;
        return this;
    }

    TranscriptionSocketBuilder timer(Timer timer) {
        this.timer = timer;
        return this;
    }

    /** Connects, and waits until the session is configured. */
    public TranscriptionSocket open() {
        return TranscriptionSocket.BLOCKING.await(openAsync());
    }

    /** Connects. Cancelling the future closes the connection. */
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

    /** Shared by all sockets, because each HTTP client has its own thread. */
    private static final class Shared {
        static final HttpClient HTTP = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** The default: ignores all events. */
    private static final class NoListener implements TranscriptionListener {}
}
