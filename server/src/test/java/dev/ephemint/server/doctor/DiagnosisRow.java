package dev.ephemint.server.doctor;

import dev.ephemint.server.doctor.DoctorFixture.Result;
import dev.ephemint.server.doctor.diagnosis.StepName;
import java.util.concurrent.Callable;

/**
 * A failure and what becomes of it.
 *
 * @param fix what the fix names
 */
record DiagnosisRow(String code, StepName step, int exitStatus, String fix, Callable<Result> examination) {

    @Override
    public String toString() {
        return code + " at " + step;
    }

    static DiagnosisRow of(String code, StepName step, String fix, DoctorFixture fixture) {
        return new DiagnosisRow(code, step, 1, fix, fixture::run);
    }
}
