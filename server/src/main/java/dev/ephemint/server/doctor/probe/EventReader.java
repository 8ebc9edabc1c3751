package dev.ephemint.server.doctor.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.doctor.diagnosis.DoctorFinding;
import dev.ephemint.server.mint.VendorError;
import dev.ephemint.server.upstream.socket.OpenSocket;
import dev.ephemint.server.upstream.socket.SocketMessage;
import dev.ephemint.server.upstream.socket.SocketMessage.Closed;
import dev.ephemint.server.upstream.socket.SocketMessage.Event;
import dev.ephemint.server.upstream.socket.SocketMessage.TooLong;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads events of a socket up to a wanted one, and records them. */
record EventReader(OpenSocket socket) {

    /** More lines help no reader. */
    private static final int LINES = 40;

    private static final VendorError NOTHING_SAID = new VendorError(null, null, "");

    /** What listening came to. */
    sealed interface Received {

        record Wanted(JsonNode event) implements Received {}

        record Ended(String how, DoctorFinding finding, VendorError error) implements Received {}

        record Nothing() implements Received {}
    }

    Received until(Predicate<JsonNode> wanted, Duration eventTimeout, StepRecorder recorder) {
        long end = System.nanoTime() + eventTimeout.toNanos();
        int lines = 0;
        while (true) {
            Optional<SocketMessage> message = socket.next(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (message.isEmpty()) {
                return new Received.Nothing();
            }
            if (!(message.get() instanceof Event event)) {
                return ended(message.get(), recorder);
            }
            JsonNode read = read(event.text());
            boolean isWanted = wanted.test(read);
            if (isWanted || lines++ < LINES) {
                recorder.received(List.of(Redaction.text(event.text())));
            }
            if (isWanted) {
                return new Received.Wanted(read);
            }
        }
    }

    private static Received ended(SocketMessage message, StepRecorder recorder) {
        String how = how(message).strip();
        recorder.received(List.of(how));
        VendorError error = message instanceof Closed closed ? SocketErrors.ofClose(closed.reason()) : NOTHING_SAID;
        return new Received.Ended(
                how, message instanceof TooLong ? DoctorFinding.TOO_LONG : DoctorFinding.CLOSED, error);
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
