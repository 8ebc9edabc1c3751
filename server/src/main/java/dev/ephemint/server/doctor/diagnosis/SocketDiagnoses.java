package dev.ephemint.server.doctor.diagnosis;

import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.at;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.code;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.finding;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.says;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.status;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.statusClass;

import java.util.List;

/** Failures of any vendor's socket. */
final class SocketDiagnoses {

    private static final String TODAY = "2026-11-21";

    static final List<Diagnosis> ALL = List.of(
            new Diagnosis(
                    "socket.not_upgraded",
                    at(StepName.SOCKET).and(statusClass(2).or(status(426)).or(says("invalid websocket upgrade"))),
                    "The handshake arrived as a plain request: a proxy removed its headers.",
                    "pipecat issue 1167",
                    "2025",
                    "Let the proxy before {host} forward the headers Upgrade and Connection, over HTTP/1.1."),
            new Diagnosis(
                    "socket.not_found",
                    at(StepName.SOCKET).and(status(404)),
                    "The mint is at {host}, but the socket is not: a gateway routes the mint's path only.",
                    "its status",
                    TODAY,
                    "Let the gateway before {host} forward the path that was sent, too, over HTTP/1.1 with Upgrade."),
            new Diagnosis(
                    "socket.token_refused",
                    at(StepName.SOCKET).and(code("invalid_api_key").or(status(401))),
                    "The socket does not know the token that was minted a moment ago.",
                    "a published capture: close 3000 with invalid_api_key",
                    "2026-09-18",
                    "Check that the header authorization arrives unchanged, and that the mint and the socket go to"
                            + " the same vendor and project."),
            new Diagnosis(
                    "socket.wrong_session_kind",
                    says("passing a \\w+ session update event to a \\w+ session"),
                    "The socket holds a session of the other kind: it was opened with model= and not with"
                            + " intent=transcription.",
                    "Microsoft Q&A 5916641; openai-python issue 2253",
                    "2026-06-10",
                    "Connect to ?intent=transcription without model=: Ephemint does, so a gateway changes the query."),
            new Diagnosis(
                    "socket.message_too_long",
                    finding(DoctorFinding.TOO_LONG),
                    "A message exceeded the size limit, and the doctor closed the socket.",
                    "Ephemint's own limit",
                    TODAY,
                    "Check the proxy or gateway before {host}: no vendor's transcription event is that long."),
            new Diagnosis(
                    "speech.audio_not_taken",
                    finding(DoctorFinding.AUDIO_NOT_TAKEN),
                    "The vendor reports no audio to commit and no turn of its own: what was sent did not arrive as"
                            + " audio.",
                    "its error input_audio_buffer_commit_empty",
                    TODAY,
                    "Check that nothing before {host} drops or cuts long messages, or changes"
                            + " session.audio.input.format."),
            new Diagnosis(
                    "speech.no_transcript",
                    finding(DoctorFinding.NO_TRANSCRIPT),
                    "Audio was sent and committed, and no transcript came, or an empty one.",
                    "openai-agents-js issue 297",
                    "2025-08-05",
                    "Check that {model} transcribes, and that nothing before {host} filters events."),
            new Diagnosis(
                    "speech.transcription_failed",
                    finding(DoctorFinding.TRANSCRIPTION_FAILED),
                    "The vendor received the audio and failed to transcribe it.",
                    "OpenAI's published document",
                    "2026-08-21",
                    "Try again; if it persists, try another model than {model}."),
            new Diagnosis(
                    "socket.closed",
                    finding(DoctorFinding.CLOSED),
                    "The socket closed while an event was expected.",
                    "RFC 6455, section 7.4",
                    "2011-12",
                    "Check the close code and the gateway before {host}: a proxy must let WebSockets through."));

    private SocketDiagnoses() {}
}
