package dev.ephemint.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ConnectionEvent;
import dev.ephemint.contract.model.ServerEvent;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection with one client secret, from its handshake to its end. */
final class Link {

    private static final Set<String> CREATED = Set.of("session.created", "transcription_session.created");

    /** Where a refusal's close codes begin: OpenAI closes with 3000 for the key and 4000 for the request (recorded, 2026-09). */
    private static final int FIRST_REFUSAL = 3000;

    /** The one error before a close that another connection mends. */
    private static final String SESSION_OVER = "session_expired";

    final ClientSecret secret;
    final Turns turns = new Turns();

    /** Completes once the session is there and the first events are on their way. */
    final CompletableFuture<Link> opened = new CompletableFuture<>();

    /** Completes with the reason of the end, and what depends on it has run when {@link #send} returns false. */
    final CompletableFuture<EphemintException> ended = new CompletableFuture<>();

    private final CompletableFuture<Outbox> outbox = new CompletableFuture<>();
    private final Consumer<ServerEvent> events;
    private volatile ErrorEnvelope lastError = ErrorEnvelope.NONE;
    private volatile boolean isProven;

    private Link(ClientSecret secret, Consumer<ServerEvent> events) {
        this.secret = secret;
        this.events = events;
    }

    static Link open(ClientSecret secret, SocketSettings settings, Consumer<ServerEvent> events) {
        Link link = new Link(secret, events);
        CompletableFuture<WebSocket> handshake =
                Handshake.open(settings.http(), secret, new Inbox(link::heard, link::closed));
        CompletableFuture<Void> deadline = settings.timer().after(settings.timeout());
        CompletableFuture<?> unusedLate = deadline.thenRun(
                () -> link.fail(new NoAnswerException("No session within " + settings.timeout(), null)));
        CompletableFuture<?> unusedOver = link.opened.whenComplete((open, failure) -> deadline.cancel(false));
        CompletableFuture<?> unusedHandshake = handshake.whenComplete((socket, failure) -> {
            if (failure == null) {
                link.outbox.complete(new Outbox(socket, settings.sendsInFlight()));
            } else {
                link.fail(Failure.of(failure));
            }
        });
        return link;
    }

    /** Whether the text is on its way. Waits for a place among those that are; false at a connection that has ended. */
    boolean send(String text) throws InterruptedException {
        CompletableFuture<?> unused = outbox.join().send(text);
        return !ended.isDone();
    }

    /** Whether the vendor has ever taken audio here. */
    boolean isProven() {
        return isProven;
    }

    CompletableFuture<?> close() {
        return outbox.thenCompose(Outbox::close).handle((sent, failure) -> sent).thenCombine(ended, (sent, end) -> end);
    }

    void abort() {
        fail(new SocketBrokenException("The socket was closed"));
    }

    private void heard(String text) {
        try {
            JsonNode tree = ContractJson.mapper().readTree(text);
            ServerEvent event = ContractJson.mapper().treeToValue(tree, ServerEvent.class);
            lastError = "error".equals(event.getType())
                    ? ErrorEnvelope.read(Handshake.without(secret, text))
                    : ErrorEnvelope.NONE;
            isProven |= turns.heard(tree);
            events.accept(event);
            if (!opened.isDone() && CREATED.contains(String.valueOf(event.getType()))) {
                outbox.thenAccept(this::begin).exceptionally(this::broken);
            }
        } catch (JsonProcessingException unreadable) {
            fail(new SocketBrokenException("The vendor sent what is no event"));
        }
    }

    private void begin(Outbox out) {
        List<ConnectionEvent> first = secret.getConnect().getFirstEvents();
        try {
            for (ConnectionEvent event : first == null ? List.<ConnectionEvent>of() : first) {
                CompletableFuture<?> unused = out.send(ContractJson.mapper().writeValueAsString(event));
            }
            opened.complete(this);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            fail(new NoAnswerException("Interrupted while sending the first events", null));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("An event that was read cannot be written");
        }
    }

    private @Nullable Void broken(Throwable failure) {
        fail(Failure.of(failure));
        return null;
    }

    private void closed(Inbox.End end) {
        boolean refused = end.code() >= FIRST_REFUSAL && !SESSION_OVER.equals(lastError.code());
        fail(
                refused
                        ? new SocketRefusedException(end.code(), lastError, null)
                        : new SocketBrokenException("The connection ended: " + end.code() + " "
                                + Scrubber.scrub(Handshake.without(secret, end.reason()))));
    }

    private void fail(RuntimeException why) {
        opened.completeExceptionally(why);
        ended.complete(
                why instanceof EphemintException known
                        ? known
                        : new SocketBrokenException(String.valueOf(why.getMessage())));
        CompletableFuture<?> unused = outbox.thenAccept(Outbox::abandon);
    }
}
