package dev.ephemint.server.doctor.diagnosis;

import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.at;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.code;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.finding;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.says;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.status;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.statusClass;

import java.util.List;

/** What goes wrong on any vendor's socket. */
final class SocketDiagnoses {

    private static final String TODAY = "2026-11-21";

    static final List<Diagnosis> ALL = List.of(
            new Diagnosis(
                    "socket.not_upgraded",
                    at(StepName.SOCKET).and(statusClass(2).or(status(426)).or(says("invalid websocket upgrade"))),
                    "The handshake did not arrive as one: what stands between passes it on as a plain request.",
                    "pipecat issue 1167",
                    "2025",
                    "Have the proxy before {host} pass the headers Upgrade and Connection on, over HTTP/1.1."),
            new Diagnosis(
                    "socket.not_found",
                    at(StepName.SOCKET).and(status(404)),
                    "The mint is at {host}, and the socket is not: what stands between knows only the mint's path.",
                    "its status",
                    TODAY,
                    "Have the gateway before {host} pass on the path that was sent, too, over HTTP/1.1 with Upgrade."),
            new Diagnosis(
                    "socket.token_refused",
                    at(StepName.SOCKET).and(code("invalid_api_key").or(status(401))),
                    "The socket does not know the token that was minted a moment ago.",
                    "a published capture: close 3000 with invalid_api_key",
                    "2026-09-18",
                    "See that the header authorization arrives as it was sent, and that the mint and the socket go to the"
                            + " same vendor and project."),
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
                    finding(Finding.TOO_LONG),
                    "A message was longer than what is read, and the doctor hung up.",
                    "Ephemint's own bound",
                    TODAY,
                    "Look at what stands before {host}: no vendor's event of a transcription is that long."),
            new Diagnosis(
                    "speech.audio_not_taken",
                    finding(Finding.AUDIO_NOT_TAKEN),
                    "The vendor says that there was no audio to commit, and reports no turn of its own: what was sent did"
                            + " not arrive as audio.",
                    "its error input_audio_buffer_commit_empty",
                    TODAY,
                    "See that nothing before {host} drops or cuts long messages, or changes session.audio.input.format."),
            new Diagnosis(
                    "speech.no_transcript",
                    finding(Finding.NO_TRANSCRIPT),
                    "Audio was sent and committed, and no transcript came, or an empty one.",
                    "openai-agents-js issue 297",
                    "2025-08-05",
                    "See that {model} transcribes, and that nothing before {host} filters events."),
            new Diagnosis(
                    "speech.transcription_failed",
                    finding(Finding.TRANSCRIPTION_FAILED),
                    "The vendor heard the audio and failed to transcribe it.",
                    "OpenAI's published document",
                    "2026-08-21",
                    "Try again; if it stays so, try another model than {model}."),
            new Diagnosis(
                    "socket.closed",
                    finding(Finding.CLOSED),
                    "The socket closed where an event was due.",
                    "RFC 6455, section 7.4",
                    "2011-12",
                    "Look at the close code and at what stands before {host}: a proxy must let WebSockets through."));

    private SocketDiagnoses() {}
}
