package dev.ephemint.server.doctor.diagnosis;

import java.util.List;
import java.util.stream.Stream;

/** All known causes, the more specific first; each has a row in the tests. */
public final class Diagnoses {

    public static final List<Diagnosis> ALL = Stream.of(
                    VendorMixUpDiagnoses.ALL,
                    AccountDiagnoses.ALL,
                    AzureAccessDiagnoses.ALL,
                    AzureDiagnoses.ALL,
                    OpenAiDiagnoses.ALL,
                    LocalDiagnoses.ALL,
                    SocketDiagnoses.ALL,
                    GeneralDiagnoses.ALL)
            .flatMap(List::stream)
            .toList();

    /** If no other matches. */
    static final Diagnosis UNKNOWN = new Diagnosis(
            "unknown",
            symptom -> true,
            "This failure is not in the table.",
            "the table of this program",
            "2026-11-21",
            "Check what was sent and received (--json shows all of it), and report both: they contain no key.");

    private Diagnoses() {}

    public static Diagnosis of(Symptom symptom) {
        return ALL.stream()
                .filter(diagnosis -> diagnosis.matcher().in(symptom))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
