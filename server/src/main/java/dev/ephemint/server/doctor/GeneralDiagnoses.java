package dev.ephemint.server.doctor;

import static dev.ephemint.server.doctor.Sign.at;
import static dev.ephemint.server.doctor.Sign.code;
import static dev.ephemint.server.doctor.Sign.failure;
import static dev.ephemint.server.doctor.Sign.mark;
import static dev.ephemint.server.doctor.Sign.says;
import static dev.ephemint.server.doctor.Sign.status;
import static dev.ephemint.server.doctor.Sign.statusClass;

import dev.ephemint.server.mint.MintFailure;
import java.util.List;

/** What is the same everywhere, and what is left. */
final class GeneralDiagnoses {

    private static final String TODAY = "2026-11-21";

    static final List<Diagnosis> ALL = List.of(
            new Diagnosis(
                    "vendor.quota_exhausted",
                    failure(MintFailure.QuotaExhausted.class),
                    "The account has no money left; waiting does not help.",
                    "OpenAI's error codes: insufficient_quota, credit_balance_exhausted",
                    "2026",
                    "Add credit, or raise the budget, on the vendor's billing page."),
            new Diagnosis(
                    "vendor.rate_limited",
                    failure(MintFailure.RateLimited.class),
                    "Too many requests for now; this passes.",
                    "OpenAI's error codes; Microsoft's troubleshooting, whose retry-after-ms counts and not the text",
                    "2026-09-20",
                    "Wait as long as retry-after says; if it stays so, raise the quota of {model}."),
            new Diagnosis(
                    "vendor.overloaded",
                    failure(MintFailure.Overloaded.class),
                    "The vendor has no capacity for now.",
                    "OpenAI's error codes: server_is_overloaded",
                    "2026",
                    "Wait and try again; another region may have room."),
            new Diagnosis(
                    "vendor.redirected",
                    statusClass(3),
                    "{host} answers with a redirect, which is never followed: it would carry the key elsewhere.",
                    "Ephemint's own rule",
                    TODAY,
                    "Set upstream.url to the address that answers by itself."),
            new Diagnosis(
                    "socket.not_upgraded",
                    at(StepName.SOCKET).and(statusClass(2).or(status(426)).or(says("invalid websocket upgrade"))),
                    "The handshake did not arrive as one: what stands between passes it on as a plain request.",
                    "pipecat issue 1167",
                    "2025",
                    "Have the proxy before {host} pass the headers Upgrade and Connection on, over HTTP/1.1."),
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
                    "vendor.clock_skew",
                    mark(Mark.CLOCKS_DIFFER),
                    "This machine's clock and the vendor's differ by more than 30 seconds.",
                    "the header Date of the vendor's answer",
                    TODAY,
                    "Set this machine's clock (NTP); clients with a wrong clock count from connect.vendor_time."),
            new Diagnosis(
                    "vendor.lifetime_longer",
                    mark(Mark.LIVES_LONGER),
                    "The token lives longer than was asked for; Azure's own lifetime is 7200 seconds.",
                    "three recorded answers",
                    "2026-07-24",
                    "Do not rely on mint.expires-after-seconds here: whoever gets a token may open sessions for as long"
                            + " as this step says."),
            new Diagnosis(
                    "vendor.token_ended",
                    mark(Mark.ENDED_ALREADY),
                    "The token's end has come already: nobody can connect with it.",
                    "expires_at of the vendor's answer, by its own clock where it told the time",
                    TODAY,
                    "See what stands before {host} and rewrites or keeps answers; where the vendor told no time, set this"
                            + " machine's clock (NTP)."),
            new Diagnosis(
                    "vendor.lifetime_shorter",
                    mark(Mark.LIVES_SHORTER),
                    "The token lives shorter than was asked for.",
                    "expires_at of the vendor's answer, by its own clock where it told the time",
                    TODAY,
                    "Count on expires_at and not on mint.expires-after-seconds: clients need a new token sooner, and one of"
                            + " a few seconds may end before they connect."),
            new Diagnosis(
                    "speech.no_transcript",
                    mark(Mark.NO_TRANSCRIPT),
                    "Audio was taken and committed, and no transcript came of it, or an empty one.",
                    "openai-agents-js issue 297",
                    "2025-08-05",
                    "See that {model} transcribes, and that nothing before {host} filters events."),
            new Diagnosis(
                    "speech.transcription_failed",
                    mark(Mark.TRANSCRIPTION_FAILED),
                    "The vendor heard the audio and failed to transcribe it.",
                    "OpenAI's published document",
                    "2026-08-21",
                    "Try again; if it stays so, try another model than {model}."),
            new Diagnosis(
                    "socket.closed",
                    mark(Mark.CLOSED),
                    "The socket closed where an event was due.",
                    "RFC 6455, section 7.4",
                    "2011-12",
                    "Look at the close code and at what stands before {host}: a proxy must let WebSockets through."),
            new Diagnosis(
                    "vendor.fault",
                    statusClass(5),
                    "The vendor failed.",
                    "its status",
                    TODAY,
                    "Try again; if it stays so, give the vendor the request id that came back."),
            new Diagnosis(
                    "vendor.unreadable_answer",
                    failure(MintFailure.UnreadableAnswer.class),
                    "What answers at {host} is no vendor's mint: the answer holds no token.",
                    "Ephemint's own reading",
                    TODAY,
                    "Open upstream.url in a browser: a proxy or sign-in page answers in the vendor's place."),
            new Diagnosis(
                    "vendor.refused_request",
                    statusClass(4)
                            .or(failure(MintFailure.InvalidRequest.class))
                            .or(symptom -> !symptom.error().message().isEmpty()),
                    "The vendor refused the request; its words are in what came back.",
                    "the vendor's answer",
                    TODAY,
                    "Change what its message names; mint.default-model chooses the model, and models differ in what they"
                            + " take."));

    private GeneralDiagnoses() {}
}
