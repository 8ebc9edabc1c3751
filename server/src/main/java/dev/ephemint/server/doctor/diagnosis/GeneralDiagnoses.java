package dev.ephemint.server.doctor.diagnosis;

import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.failure;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.finding;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.statusClass;

import dev.ephemint.server.mint.MintFailure;
import java.util.List;

/** Failures at any vendor, tried last. */
final class GeneralDiagnoses {

    private static final String TODAY = "2026-11-21";

    static final List<Diagnosis> ALL = List.of(
            new Diagnosis(
                    "vendor.redirected",
                    statusClass(3),
                    "{host} returns a redirect, which is never followed: it would send the key elsewhere.",
                    "Ephemint's own rule",
                    TODAY,
                    "Set upstream.url to the address that responds without a redirect."),
            new Diagnosis(
                    "vendor.clock_skew",
                    finding(DoctorFinding.CLOCKS_DIFFER),
                    "This machine's clock and the vendor's differ by more than 30 seconds.",
                    "the header Date of the vendor's response",
                    TODAY,
                    "Set this machine's clock (NTP); clients with a wrong clock count from connect.vendor_time."),
            new Diagnosis(
                    "vendor.lifetime_longer",
                    finding(DoctorFinding.LIVES_LONGER),
                    "The token lives longer than requested; Azure's own lifetime is 7200 seconds.",
                    "three recorded responses",
                    "2026-07-24",
                    "Do not rely on mint.expires-after-seconds here: the holder of a token may open sessions for as"
                            + " long as this step reports."),
            new Diagnosis(
                    "vendor.token_ended",
                    finding(DoctorFinding.ENDED_ALREADY),
                    "The token has already expired: no client can connect with it.",
                    "expires_at of the vendor's response, by its own clock and by this machine's",
                    TODAY,
                    "Check for a component before {host} that rewrites or caches responses; if the vendor sent no"
                            + " Date, set this machine's clock (NTP)."),
            new Diagnosis(
                    "vendor.lifetime_shorter",
                    finding(DoctorFinding.LIVES_SHORTER),
                    "The token lives shorter than requested.",
                    "expires_at of the vendor's response, by its own clock if it sent the time",
                    TODAY,
                    "Rely on expires_at and not on mint.expires-after-seconds: clients need a new token sooner, and"
                            + " one of a few seconds may expire before they connect."),
            new Diagnosis(
                    "vendor.fault",
                    statusClass(5),
                    "The vendor failed.",
                    "its status",
                    TODAY,
                    "Try again; if it persists, give the vendor the request id that was received."),
            new Diagnosis(
                    "vendor.unreadable_answer",
                    failure(MintFailure.UnreadableResponse.class).or(failure(MintFailure.OwnCredentialAsToken.class)),
                    "The response from {host} is not a vendor's; the notes say what it lacks.",
                    "Ephemint's own parser",
                    TODAY,
                    "Check what responds at upstream.url (curl -i): a proxy, a gateway or a sign-in page responds in"
                            + " the vendor's place, or rewrites its response."),
            new Diagnosis(
                    "vendor.refused_request",
                    statusClass(4)
                            .or(failure(MintFailure.InvalidRequest.class))
                            .or(symptom -> !symptom.error().message().isEmpty()),
                    "The vendor rejected the request; its reason is in what was received.",
                    "the vendor's response",
                    TODAY,
                    "Change what its message names; mint.default-model selects the model, and models differ in what"
                            + " they accept."));

    private GeneralDiagnoses() {}
}
