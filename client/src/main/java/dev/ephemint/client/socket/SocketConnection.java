package dev.ephemint.client.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.client.EphemintException;
import dev.ephemint.client.NoResponseException;
import dev.ephemint.client.internal.ConnectionFailure;
import dev.ephemint.client.internal.ErrorDetails;
import dev.ephemint.client.internal.Futures;
import dev.ephemint.client.internal.audio.AudioEncoding;
import dev.ephemint.client.internal.audio.AudioSamples;
import dev.ephemint.client.internal.socket.Background;
import dev.ephemint.client.internal.socket.Inbox;
import dev.ephemint.client.internal.socket.Outbox;
import dev.ephemint.client.internal.socket.Watchdog;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.FailureKind;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ServerEvent;
import dev.ephemint.contract.redaction.Redactor;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One connection with one client secret, from its handshake to its end. */
final class SocketConnection implements Inbox.Receiver {

    final ClientSecret secret;
    final Turns turns = new Turns();

    /** Completes once the session is configured. */
    final CompletableFuture<SocketConnection> opened = new CompletableFuture<>();

    /** Completes with the reason of the end, after which nothing can be sent. */
    final CompletableFuture<EphemintException> ended = new CompletableFuture<>();

    /** Redacts the token, but not ordinary words that a token may contain. */
    private final Redactor keys;

    private final SocketSettings settings;
    private final ListenerDispatcher dispatcher;
    private final Opening opening;
    private final CompletableFuture<Void> deadline;
    private final Inbox inbox = new Inbox(this);
    private final AtomicBoolean isFailed = new AtomicBoolean();
    private volatile @Nullable Outbox outbox;
    private volatile @Nullable Watchdog watchdog;
    private volatile AudioEncoding.Encoder encoder = AudioEncoding.PCM.encoder();

    /** The error of the last event, or an earlier one that is final. */
    private volatile ErrorDetails lastError = ErrorDetails.NONE;

    private volatile boolean isProven;

    private SocketConnection(ClientSecret secret, SocketSettings settings, ListenerDispatcher dispatcher) {
        this.secret = secret;
        this.keys = Redactor.of(List.of(secret.getValue())).sparingWords();
        this.settings = settings;
        this.dispatcher = dispatcher;
        this.opening = new Opening(secret);
        if (opening.isCommitRequired()) {
            turns.requireCommit();
        }
        this.deadline = settings.timer().after(settings.timeout());
    }

    static SocketConnection open(ClientSecret secret, SocketSettings settings, ListenerDispatcher dispatcher) {
        SocketConnection connection = new SocketConnection(secret, settings, dispatcher);
        CompletableFuture<?> unusedLate = connection.deadline.thenRunAsync(connection::giveUp, Background.THREADS);
        CompletableFuture<?> unusedRefusal = Handshake.open(settings, secret, connection.inbox)
                .exceptionally(failure -> {
                    connection.fail(Futures.unwrap(failure));
                    return null;
                });
        return connection;
    }

    private void giveUp() {
        ErrorDetails error = lastError;
        String address = Handshake.address(secret);
        fail(
                error.equals(ErrorDetails.NONE)
                        ? new NoResponseException(
                                (opening.isBegun() ? "No response to the session's configuration" : "No session")
                                        + (address.isEmpty() ? "" : " from " + address) + " within "
                                        + settings.timeout(),
                                null)
                        : SocketRefusedException.of(address, 0, error, null));
    }

    @Override
    public void opened(WebSocket socket) {
        Watchdog dog = new Watchdog(socket, inbox, settings.keepAlive(), settings.timer());
        watchdog = dog;
        outbox = new Outbox(socket, settings.sendsInFlight(), this::unsent);
        dog.watch(() -> fail(new SocketBrokenException("The vendor did not respond to a ping")));
        if (isFailed.get()) {
            abandon();
        }
    }

    /** Waits for a place in the queue. Returns false if the connection accepts nothing any more. */
    boolean append(byte[] samples) throws InterruptedException {
        byte[] encoded = encoder.encode(samples);
        Runnable noted = () -> turns.appended(samples.length, AudioSamples.audibleLength(samples));
        if (encoded.length == 0) {
            noted.run();
            return true;
        }
        boolean isSent = out().send(AudioSamples.append(encoded), noted);
        if (isSent && turns.isLong(settings.longestTurn())) {
            commit();
        }
        return isSent;
    }

    /** Commits if there is uncommitted audio. A commit is not repeated on another connection. */
    void commit() throws InterruptedException {
        int missing = turns.missing();
        if (missing > 0) {
            append(new byte[missing]);
        }
        if (missing != Turns.NOTHING) {
            out().send(AudioSamples.commit(), turns::commitSent);
        }
    }

    /** Commits the remaining audio, and accepts nothing after it. */
    CompletableFuture<?> finish() {
        out().seal();
        int missing = turns.missingAtEnd();
        if (missing > 0) {
            CompletableFuture<?> unused = out().sendAnyway(AudioSamples.append(encoder.encode(new byte[missing])));
            turns.appended(missing, 0);
        }
        if (missing != Turns.NOTHING) {
            turns.commitSent();
            CompletableFuture<?> unused = out().sendAnyway(AudioSamples.commit());
        }
        return CompletableFuture.anyOf(turns.settled(), ended);
    }

    CompletableFuture<?> close() {
        out().close();
        return ended;
    }

    /** Closes in the background. */
    void leave() {
        CompletableFuture<?> unused = CompletableFuture.anyOf(
                        close(), settings.timer().after(settings.timeout()))
                .thenRun(this::abort);
    }

    void abort() {
        fail(new SocketBrokenException("The socket was closed"));
    }

    /** How many events wait to be sent. */
    int waiting() {
        return out().waiting();
    }

    /** Whether the vendor has accepted audio here, or the connection has lasted. */
    boolean isProven() {
        Watchdog dog = watchdog;
        return isProven || (dog != null && dog.hasLasted());
    }

    Outbox out() {
        Outbox open = outbox;
        if (open == null) {
            throw new IllegalStateException("not open yet");
        }
        return open;
    }

    @Override
    public void received(String text) {
        if (isFailed.get()) {
            return;
        }
        try {
            JsonNode tree = keys.hide(ContractJson.mapper().readTree(text));
            String type = tree.path("type").asText();
            ErrorDetails error = scrubbed(tree);
            if (!lastError.isFinal()) {
                lastError = type.equals("error") ? error : ErrorDetails.NONE;
            }
            isProven |= turns.received(tree);
            ServerEvent event = ContractJson.mapper().treeToValue(tree, ServerEvent.class);
            if (opened.isDone()) {
                dispatcher.event(event, error);
                judge(error, type);
            } else {
                dispatcher.event(event, ErrorDetails.NONE);
                advance(tree, error);
            }
        } catch (JsonProcessingException unreadable) {
            fail(new SocketBrokenException("The vendor sent a text that is not an event"));
        }
    }

    private static ErrorDetails scrubbed(JsonNode event) {
        if (!(event.path("error") instanceof ObjectNode members)) {
            return ErrorDetails.NONE;
        }
        ErrorDetails error = ErrorDetails.read(event.toString());
        if (error.message() != null) {
            members.put("message", error.message());
        }
        return error;
    }

    private void advance(JsonNode event, ErrorDetails error) throws JsonProcessingException {
        for (String first : opening.received(event)) {
            CompletableFuture<?> unused = out().sendAnyway(first);
        }
        if (opening.isBegun() && !error.equals(ErrorDetails.NONE) && !error.isFinal()) {
            fail(
                    error.kind().isEmpty()
                            ? SocketRefusedException.ofConfiguration(error)
                            : new SocketBrokenException("The session's configuration failed: " + error.describe()));
        } else if (opening.isReady()) {
            begin();
        }
    }

    private void begin() {
        try {
            encoder = opening.format().encoder();
            deadline.cancel(false);
            opened.complete(this);
        } catch (IllegalArgumentException unsupported) {
            fail(unsupported);
        }
    }

    /** A final error event is followed by a close; a final failure of one turn by the failure of the next. */
    private void judge(ErrorDetails error, String type) {
        if (error.kind().equals(Optional.of(FailureKind.SESSION_EXPIRED))) {
            fail(new SocketBrokenException("The session has reached its maximum duration"));
        } else if (error.isFinal() && !type.equals("error")) {
            fail(Objects.requireNonNull(dispatcher.shortfall.take()));
        }
    }

    private void unsent(Throwable failure) {
        fail(new SocketBrokenException("Sending failed: " + ConnectionFailure.rootName(failure)));
    }

    @Override
    public void ended(int code, String reason) {
        fail(SocketCloseExceptions.of(Handshake.address(secret), code, keys.text(reason), lastError));
    }

    /** The first reason counts: aborting the socket causes further failures. */
    private void fail(RuntimeException why) {
        if (!isFailed.compareAndSet(false, true)) {
            return;
        }
        abandon();
        deadline.cancel(false);
        opened.completeExceptionally(why);
        ended.complete(
                why instanceof EphemintException known
                        ? known
                        : new SocketBrokenException(String.valueOf(why.getMessage())));
    }

    private void abandon() {
        Outbox out = outbox;
        if (out != null) {
            out.abandon();
        }
        Watchdog dog = watchdog;
        if (dog != null) {
            dog.switchOff();
        }
    }
}
