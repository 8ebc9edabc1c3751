package dev.ephemint.server.doctor.diagnosis;

import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.failure;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.finding;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.statusClass;

import dev.ephemint.server.mint.MintFailure;
import java.util.List;

/** What is the same everywhere, and what is left. */
final class GeneralDiagnoses {

    private static final String TODAY = "2026-11-21";

    static final List<Diagnosis> ALL = List.of(
            new Diagnosis(
                    "vendor.redirected",
                    statusClass(3),
                    "{host} answers with a redirect, which is never followed: it would carry the key elsewhere.",
                    "Ephemint's own rule",
                    TODAY,
                    "Set upstream.url to the address that answers by itself."),
            new Diagnosis(
                    "vendor.clock_skew",
                    finding(Finding.CLOCKS_DIFFER),
                    "This machine's clock and the vendor's differ by more than 30 seconds.",
                    "the header Date of the vendor's answer",
                    TODAY,
                    "Set this machine's clock (NTP); clients with a wrong clock count from connect.vendor_time."),
            new Diagnosis(
                    "vendor.lifetime_longer",
                    finding(Finding.LIVES_LONGER),
                    "The token lives longer than was asked for; Azure's own lifetime is 7200 seconds.",
                    "three recorded answers",
                    "2026-07-24",
                    "Do not rely on mint.expires-after-seconds here: whoever gets a token may open sessions for as long"
                            + " as this step says."),
            new Diagnosis(
                    "vendor.token_ended",
                    finding(Finding.ENDED_ALREADY),
                    "The token has already expired: no client can connect with it.",
                    "expires_at of the vendor's answer, by its own clock and by this machine's",
                    TODAY,
                    "See what stands before {host} and rewrites or keeps answers; if the vendor sent no Date, set this"
                            + " machine's clock (NTP)."),
            new Diagnosis(
                    "vendor.lifetime_shorter",
                    finding(Finding.LIVES_SHORTER),
                    "The token lives shorter than was asked for.",
                    "expires_at of the vendor's answer, by its own clock if it sent the time",
                    TODAY,
                    "Count on expires_at and not on mint.expires-after-seconds: clients need a new token sooner, and one of"
                            + " a few seconds may end before they connect."),
            new Diagnosis(
                    "vendor.fault",
                    statusClass(5),
                    "The vendor failed.",
                    "its status",
                    TODAY,
                    "Try again; if it stays so, give the vendor the request id that came back."),
            new Diagnosis(
                    "vendor.unreadable_answer",
                    failure(MintFailure.UnreadableResponse.class).or(failure(MintFailure.OwnCredentialAsToken.class)),
                    "What came from {host} can not be taken for a vendor's answer; the notes say what it lacks.",
                    "Ephemint's own reading",
                    TODAY,
                    "See what answers at upstream.url (curl -i): a proxy, a gateway or a sign-in page does in the vendor's"
                            + " place, or rewrites what it says."),
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
