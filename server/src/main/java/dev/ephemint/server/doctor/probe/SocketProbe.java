package dev.ephemint.server.doctor.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.credential.ApiKey;
import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.doctor.diagnosis.DiagnosisContext;
import dev.ephemint.server.doctor.diagnosis.DoctorFinding;
import dev.ephemint.server.doctor.diagnosis.StepName;
import dev.ephemint.server.doctor.diagnosis.Symptom;
import dev.ephemint.server.doctor.probe.EventReader.Received;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.upstream.socket.HandshakeOutcome;
import dev.ephemint.server.upstream.socket.OpenSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Uses a token as a client does: connects as {@code connect} says, configures the session, sends speech and waits. */
public final class SocketProbe implements AutoCloseable {

    /** Which of the two is a matter of schema, and shows in what is said to an update. */
    private static final String SESSION = "(transcription_)?session\\.";

    private static final Duration AFTERMATH = Duration.ofSeconds(2);

    private final Target target;
    private final Probes probes;
    private final DiagnosisContext context;
    private final MintedToken token;
    private @Nullable OpenSocket socket;

    public SocketProbe(Target target, Probes probes, DiagnosisContext context, MintedToken token) {
        this.target = target;
        this.probes = probes;
        this.context = context;
        this.token = token;
    }

    public StepReport socket() {
        URI uri = token.connection().addresses().webSocket();
        StepRecorder recorder =
                new StepRecorder(StepName.SOCKET, context).sent(List.of("GET " + uri, "authorization: [redacted]"));
        try {
            HandshakeOutcome opening = probes.sockets().open(uri, credential());
            if (opening instanceof HandshakeOutcome.Refused refused) {
                recorder.received(Redaction.received(refused.reply()));
                return recorder.failed(
                        "the handshake was rejected with " + refused.reply().status(),
                        recorder.symptom().with(refused.reply()));
            }
            socket = ((HandshakeOutcome.Opened) opening).socket();
            recorder.received(List.of("101"));
            return received(recorder, "created", "open");
        } catch (MintFailedException failed) {
            return broken(recorder, failed.failure());
        }
    }

    private Credential credential() {
        try {
            return ApiKey.openAi(token.value(), Optional.empty(), Optional.empty());
        } catch (IllegalArgumentException unsendable) {
            throw new MintFailedException(new UnreadableResponse("the token cannot be sent in a header"));
        }
    }

    public StepReport sessionUpdate() {
        StepRecorder recorder = new StepRecorder(StepName.SESSION_UPDATE, context);
        ObjectNode update = target.dialect().sessionUpdate(target.request());
        recorder.sent(List.of(update.toString()));
        try {
            opened().send(update.toString());
            return received(recorder, "updated", "accepted; this does not prove that the model exists");
        } catch (MintFailedException failed) {
            return unsent(recorder, failed.failure());
        }
    }

    /** Waits for a session event; an error instead of it ends the step. */
    private StepReport received(StepRecorder recorder, String change, String summary) {
        Predicate<JsonNode> wanted =
                event -> TurnTracker.type(event).matches(SESSION + change) || TurnTracker.isError(event);
        Received received = new EventReader(opened()).until(wanted, probes.eventTimeout(), recorder);
        if (received instanceof Received.Wanted session && !TurnTracker.isError(session.event())) {
            return recorder.ok(TurnTracker.type(session.event()) + ": " + summary);
        }
        return withoutEvent(recorder, received, recorder.symptom().with(new TimedOut()));
    }

    public StepReport speech() {
        StepRecorder recorder = new StepRecorder(StepName.SPEECH, context);
        Speech speech = Speech.recorded();
        recorder.sent(speech.described());
        try {
            speech.events().forEach(opened()::send);
        } catch (MintFailedException failed) {
            return unsent(recorder, failed.failure());
        }
        TurnTracker turn = new TurnTracker();
        Received received = new EventReader(opened()).until(turn::endsWith, probes.transcriptTimeout(), recorder);
        if (received instanceof Received.Wanted wanted && TurnTracker.isTranscript(wanted.event())) {
            String transcript =
                    Redactor.ofShapes().text(wanted.event().path("transcript").asText());
            return transcript.isEmpty()
                    ? recorder.failed(
                            "the transcript is empty", recorder.symptom().with(DoctorFinding.NO_TRANSCRIPT))
                    : recorder.ok("transcript: " + transcript);
        }
        return withoutEvent(recorder, received, recorder.symptom().with(turn.withoutTranscript()));
    }

    private StepReport withoutEvent(StepRecorder recorder, Received received, Symptom nothing) {
        if (received instanceof Received.Wanted wanted) {
            Symptom said = recorder.symptom().with(SocketErrors.of(wanted.event()));
            if (TurnTracker.isError(wanted.event())) {
                Received after = new EventReader(opened()).until(event -> false, AFTERMATH, recorder);
                return recorder.failed(
                        "the vendor reported an error",
                        after instanceof Received.Ended ? said.with(DoctorFinding.CLOSED) : said);
            }
            return recorder.failed("the transcript failed", said.with(DoctorFinding.TRANSCRIPTION_FAILED));
        }
        return received instanceof Received.Ended ended
                ? recorder.failed(
                        ended.how(), recorder.symptom().with(ended.finding()).with(ended.error()))
                : recorder.failed("no event in time", nothing);
    }

    private static StepReport broken(StepRecorder recorder, MintFailure failure) {
        recorder.noteIfUnreadable(failure);
        return recorder.failed("the connection failed", recorder.symptom().with(failure));
    }

    /** A vendor reports the reason before it closes; a send may fail before that is read. */
    private StepReport unsent(StepRecorder recorder, MintFailure failure) {
        Received last = new EventReader(opened()).until(TurnTracker::isError, AFTERMATH, recorder);
        return last instanceof Received.Nothing
                ? broken(recorder, failure)
                : withoutEvent(recorder, last, recorder.symptom());
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
