package dev.ephemint.server.doctor.diagnosis;

import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.at;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.failure;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.kind;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.status;

import dev.ephemint.contract.FailureKind;
import dev.ephemint.server.mint.MintFailure;
import java.util.List;

/** Credit, rate and capacity, as reported by a mint, a handshake, an event or the reason of a close. */
final class AccountDiagnoses {

    static final List<Diagnosis> ALL = List.of(
            new Diagnosis(
                    "vendor.quota_exhausted",
                    failure(MintFailure.QuotaExhausted.class).or(kind(FailureKind.QUOTA_EXHAUSTED)),
                    "The account has no credit left; waiting does not help.",
                    "OpenAI's error codes; four recordings of a socket that opens, says so and closes with 1013",
                    "2026-09",
                    "Add credit, or raise the budget, on the vendor's billing page."),
            new Diagnosis(
                    "vendor.rate_limited",
                    failure(MintFailure.RateLimited.class)
                            .or(at(StepName.SOCKET).and(status(429)))
                            .or(kind(FailureKind.RATE_LIMITED)),
                    "Too many requests; this is temporary.",
                    "OpenAI's error codes; Microsoft's troubleshooting: retry-after-ms counts, not the text",
                    "2026-09-20",
                    "Wait as long as retry-after says; if it persists, raise the quota of {model}."),
            new Diagnosis(
                    "vendor.overloaded",
                    failure(MintFailure.Overloaded.class)
                            .or(at(StepName.SOCKET).and(status(503)))
                            .or(kind(FailureKind.OVERLOADED)),
                    "The vendor has no capacity at the moment.",
                    "OpenAI's error codes: server_is_overloaded",
                    "2026",
                    "Wait and try again; another region may have capacity."));

    private AccountDiagnoses() {}
}
