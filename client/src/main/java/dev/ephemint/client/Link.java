package dev.ephemint.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ConnectionEvent;
import dev.ephemint.contract.model.ServerEvent;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection with one client secret, from its handshake to its end. */
final class Link implements Inbox.Receiver {

    private static final Set<String> CREATED = Set.of("session.created", "transcription_session.created");

    /** Where a refusal's close codes begin: OpenAI closes with 3000 for the key and 4000 for the request (recorded, 2026-09). */
    private static final int FIRST_REFUSAL = 3000;

    /** Said at the longest duration (twilio-samples issue 10, 2024-10), with a close 1001 (reachy_mini issue 134, 2025-12). */
    private static final String SESSION_OVER = "session_expired";

    final ClientSecret secret;
    final Turns turns = new Turns();

    /** Completes once the session is there and the first events are on their way. */
    final CompletableFuture<Link> opened = new CompletableFuture<>();

    /** Completes with the reason of the end; nothing can be sent any more by then. */
    final CompletableFuture<EphemintException> ended = new CompletableFuture<>();

    private final SocketSettings settings;
    private final Consumer<ServerEvent> events;
    private final CompletableFuture<Void> deadline;
    private final Inbox inbox = new Inbox(this);
    private final AtomicBoolean isFailed = new AtomicBoolean();
    private volatile @Nullable Outbox outbox;
    private volatile @Nullable Watchdog watchdog;
    private volatile ErrorEnvelope lastError = ErrorEnvelope.NONE;
    private volatile boolean isProven;

    private Link(ClientSecret secret, SocketSettings settings, Consumer<ServerEvent> events) {
        this.secret = secret;
        this.settings = settings;
        this.events = events;
        this.deadline = settings.timer().after(settings.timeout());
    }

    static Link open(ClientSecret secret, SocketSettings settings, Consumer<ServerEvent> events) {
        Link link = new Link(secret, settings, events);
        CompletableFuture<?> unusedLate = link.deadline.thenRunAsync(
                () -> link.fail(new NoAnswerException("No session within " + settings.timeout(), null)),
                Background.THREADS);
        CompletableFuture<?> unusedRefusal = Handshake.open(settings, secret, link.inbox)
                .exceptionally(failure -> {
                    link.fail(Failure.of(failure));
                    return null;
                });
        return link;
    }

    @Override
    public void opened(WebSocket socket) {
        Watchdog dog = new Watchdog(socket, inbox, settings.keepAlive(), settings.timer());
        watchdog = dog;
        outbox = new Outbox(socket, settings.sendsInFlight(), this::unsent);
        dog.watch(() -> fail(new SocketBrokenException("The vendor gave no sign of life")));
        if (isFailed.get()) {
            abandon();
        }
    }

    /** False at a connection that takes nothing any more. Waits for a place among what is on its way. */
    boolean append(byte[] samples) throws InterruptedException {
        return out().send(Audio.append(samples), () -> turns.appended(samples.length, Audio.sound(samples)));
    }

    /** Where there is something to commit. It belongs to this connection, and is not repeated on another. */
    void commit() throws InterruptedException {
        if (turns.hasUncommitted()) {
            out().send(Audio.commit(), turns::commitAsked);
        }
    }

    /** Commits what nobody else will, and lets nothing in after it. */
    CompletableFuture<?> finish() {
        out().seal();
        if (turns.wantsCommit()) {
            turns.commitAsked();
            CompletableFuture<?> unused = out().sendAnyway(Audio.commit());
        }
        return CompletableFuture.anyOf(turns.settled(), ended);
    }

    CompletableFuture<?> close() {
        out().close();
        return ended;
    }

    /** Says goodbye without anybody to wait for the answer. */
    void leave() {
        CompletableFuture<?> unused = CompletableFuture.anyOf(
                        close(), settings.timer().after(settings.timeout()))
                .thenRun(this::abort);
    }

    void abort() {
        fail(new SocketBrokenException("The socket was closed"));
    }

    /** How many events are on their way. */
    int waiting() {
        return out().waiting();
    }

    /** Whether the vendor has ever taken audio here, or the connection has lasted. */
    boolean isProven() {
        Watchdog dog = watchdog;
        return isProven || (dog != null && dog.hasLooked());
    }

    private Outbox out() {
        Outbox open = outbox;
        if (open == null) {
            throw new IllegalStateException("Not open yet");
        }
        return open;
    }

    @Override
    public void heard(String text) {
        if (isFailed.get()) {
            return;
        }
        try {
            JsonNode tree = ContractJson.mapper().readTree(Handshake.without(secret, text));
            String type = tree.path("type").asText();
            lastError = type.equals("error") ? scrubbed(tree) : ErrorEnvelope.NONE;
            isProven |= turns.heard(tree);
            events.accept(ContractJson.mapper().treeToValue(tree, ServerEvent.class));
            if (CREATED.contains(type) && !opened.isDone()) {
                begin();
            } else if (SESSION_OVER.equals(lastError.code())) {
                fail(new SocketBrokenException("The session has reached its longest duration"));
            }
        } catch (JsonProcessingException unreadable) {
            fail(new SocketBrokenException("The vendor sent what is no event"));
        }
    }

    private static ErrorEnvelope scrubbed(JsonNode event) {
        ErrorEnvelope error = ErrorEnvelope.read(event.toString());
        if (error.message() != null && event.path("error") instanceof ObjectNode members) {
            members.put("message", error.message());
        }
        return error;
    }

    private void begin() throws JsonProcessingException {
        List<ConnectionEvent> first = secret.getConnect().getFirstEvents();
        for (ConnectionEvent event : first == null ? List.<ConnectionEvent>of() : first) {
            CompletableFuture<?> unused = out().sendAnyway(ContractJson.mapper().writeValueAsString(event));
        }
        deadline.cancel(false);
        opened.complete(this);
    }

    private void unsent(Throwable failure) {
        fail(new SocketBrokenException("What was sent did not leave: " + ConnectionExceptions.rootName(failure)));
    }

    @Override
    public void ended(int code, String reason) {
        fail(
                code >= FIRST_REFUSAL
                        ? new SocketRefusedException(code, lastError, null)
                        : new SocketBrokenException("The connection ended: " + code + " "
                                + Scrubber.scrub(Handshake.without(secret, reason))));
    }

    /** The first reason counts; to abandon what is on its way makes more of them. */
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
