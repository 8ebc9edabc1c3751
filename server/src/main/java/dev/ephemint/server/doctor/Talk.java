package dev.ephemint.server.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.Redactor;
import dev.ephemint.server.credential.ApiKey;
import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.doctor.Ear.Heard;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.UnreadableAnswer;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.upstream.OpenSocket;
import dev.ephemint.server.upstream.Opening;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a client does with a token: connects as {@code connect} says, configures, speaks and listens. */
final class Talk implements AutoCloseable {

    /** Which of the two is a matter of schema, and shows in what is said to an update. */
    private static final String SESSION = "(transcription_)?session\\.";

    private static final Duration AFTERMATH = Duration.ofSeconds(2);

    private final Subject subject;
    private final Instruments instruments;
    private final Scene scene;
    private final MintedToken token;
    private @Nullable OpenSocket socket;

    Talk(Subject subject, Instruments instruments, Scene scene, MintedToken token) {
        this.subject = subject;
        this.instruments = instruments;
        this.scene = scene;
        this.token = token;
    }

    StepReport socket() {
        URI uri = token.connection().addresses().webSocket();
        Chart chart = new Chart(StepName.SOCKET, scene).sent(List.of("GET " + uri, "authorization: [redacted]"));
        try {
            Opening opening = instruments.sockets().open(uri, credential());
            if (opening instanceof Opening.Refused refused) {
                chart.received(Redaction.received(refused.reply()));
                return chart.failed(
                        "the handshake was refused with " + refused.reply().status(),
                        chart.symptom().with(refused.reply()));
            }
            socket = ((Opening.Opened) opening).socket();
            chart.received(List.of("101"));
            return heard(chart, "created", "open");
        } catch (MintFailedException failed) {
            return broken(chart, failed.failure());
        }
    }

    private Credential credential() {
        try {
            return ApiKey.openAi(token.value(), Optional.empty(), Optional.empty());
        } catch (IllegalArgumentException unsendable) {
            throw new MintFailedException(new UnreadableAnswer("the token can not stand in a header"));
        }
    }

    StepReport sessionUpdate() {
        Chart chart = new Chart(StepName.SESSION_UPDATE, scene);
        ObjectNode update = subject.dialect().sessionUpdate(subject.request());
        chart.sent(List.of(update.toString()));
        try {
            opened().send(update.toString());
            return heard(chart, "updated", "taken, which does not mean that the model is there");
        } catch (MintFailedException failed) {
            return unsent(chart, failed.failure());
        }
    }

    /** Waits for a session event; an error instead of it ends the step. */
    private StepReport heard(Chart chart, String change, String summary) {
        Predicate<JsonNode> wanted = event -> Turn.type(event).matches(SESSION + change) || Turn.isError(event);
        Heard heard = new Ear(opened()).until(wanted, instruments.patience(), chart);
        if (heard instanceof Heard.Wanted session && !Turn.isError(session.event())) {
            return chart.ok(Turn.type(session.event()) + ": " + summary);
        }
        return notHeard(chart, heard, chart.symptom().with(new TimedOut()));
    }

    StepReport speech() {
        Chart chart = new Chart(StepName.SPEECH, scene);
        Speech speech = Speech.recorded();
        chart.sent(speech.described());
        try {
            speech.events().forEach(opened()::send);
        } catch (MintFailedException failed) {
            return unsent(chart, failed.failure());
        }
        Turn turn = new Turn();
        Heard heard = new Ear(opened()).until(turn::endsWith, instruments.listening(), chart);
        if (heard instanceof Heard.Wanted wanted && Turn.isTranscript(wanted.event())) {
            String transcript =
                    Redactor.ofShapes().text(wanted.event().path("transcript").asText());
            return transcript.isEmpty()
                    ? chart.failed("the transcript is empty", chart.symptom().with(Mark.NO_TRANSCRIPT))
                    : chart.ok("heard: " + transcript);
        }
        return notHeard(chart, heard, chart.symptom().with(turn.withoutTranscript()));
    }

    private StepReport notHeard(Chart chart, Heard heard, Symptom nothing) {
        if (heard instanceof Heard.Wanted wanted) {
            Symptom said = chart.symptom().with(SocketErrors.of(wanted.event()));
            if (Turn.isError(wanted.event())) {
                Heard after = new Ear(opened()).until(event -> false, AFTERMATH, chart);
                return chart.failed("the vendor refused", after instanceof Heard.Ended ? said.with(Mark.CLOSED) : said);
            }
            return chart.failed("the transcript failed", said.with(Mark.TRANSCRIPTION_FAILED));
        }
        return heard instanceof Heard.Ended ended
                ? chart.failed(ended.how(), chart.symptom().with(ended.mark()).with(ended.error()))
                : chart.failed("nothing came in time", nothing);
    }

    private static StepReport broken(Chart chart, MintFailure failure) {
        chart.noteIfUnreadable(failure);
        return chart.failed("the connection did not hold", chart.symptom().with(failure));
    }

    /** A vendor that closes says why before that, and nothing can be sent any more when it is read. */
    private StepReport unsent(Chart chart, MintFailure failure) {
        Heard last = new Ear(opened()).until(Turn::isError, AFTERMATH, chart);
        return last instanceof Heard.Nothing ? broken(chart, failure) : notHeard(chart, last, chart.symptom());
    }

    private OpenSocket opened() {
        return Objects.requireNonNull(socket);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
    }
}
