package dev.ephemint.server.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.mint.VendorError;
import dev.ephemint.server.upstream.OpenSocket;
import dev.ephemint.server.upstream.SocketMessage;
import dev.ephemint.server.upstream.SocketMessage.Closed;
import dev.ephemint.server.upstream.SocketMessage.Event;
import dev.ephemint.server.upstream.SocketMessage.TooLong;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Listens to a socket for one event, and writes down what comes before it. */
record Ear(OpenSocket socket) {

    /** More lines than that help nobody. */
    private static final int LINES = 40;

    private static final VendorError NOTHING_SAID = new VendorError(null, null, "");

    /** What listening came to. */
    sealed interface Heard {

        record Wanted(JsonNode event) implements Heard {}

        record Ended(String how, Mark mark, VendorError error) implements Heard {}

        record Nothing() implements Heard {}
    }

    Heard until(Predicate<JsonNode> wanted, Duration patience, Chart chart) {
        long end = System.nanoTime() + patience.toNanos();
        int lines = 0;
        while (true) {
            Optional<SocketMessage> message = socket.next(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (message.isEmpty()) {
                return new Heard.Nothing();
            }
            if (!(message.get() instanceof Event event)) {
                return ended(message.get(), chart);
            }
            JsonNode read = read(event.text());
            boolean isWanted = wanted.test(read);
            if (isWanted || lines++ < LINES) {
                chart.received(List.of(Redaction.text(event.text())));
            }
            if (isWanted) {
                return new Heard.Wanted(read);
            }
        }
    }

    private static Heard ended(SocketMessage message, Chart chart) {
        String how = how(message).strip();
        chart.received(List.of(how));
        VendorError error = message instanceof Closed closed ? SocketErrors.ofClose(closed.reason()) : NOTHING_SAID;
        return new Heard.Ended(how, message instanceof TooLong ? Mark.TOO_LONG : Mark.CLOSED, error);
    }

    private static String how(SocketMessage message) {
        if (message instanceof Closed closed) {
            return "close " + closed.code() + " " + Redaction.text(closed.reason());
        }
        return message instanceof TooLong tooLong
                ? "a message of more than " + tooLong.limit() + " characters"
                : "the connection broke";
    }

    private static JsonNode read(String text) {
        try {
            return ContractJson.mapper().readTree(text);
        } catch (JsonProcessingException | NumberFormatException notJson) {
            return MissingNode.getInstance();
        }
    }
}
