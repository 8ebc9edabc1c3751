package dev.ephemint.server.doctor.diagnosis;

import dev.ephemint.contract.FailureCodes;
import dev.ephemint.contract.FailureKind;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.VendorName;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Recognises a symptom. */
@FunctionalInterface
interface SymptomMatcher {

    boolean in(Symptom symptom);

    default SymptomMatcher and(SymptomMatcher other) {
        return symptom -> in(symptom) && other.in(symptom);
    }

    default SymptomMatcher or(SymptomMatcher other) {
        return symptom -> in(symptom) || other.in(symptom);
    }

    /** A dialect of this vendor. */
    static SymptomMatcher vendor(VendorName vendor) {
        return dialect(dialect -> dialect.name().vendor() == vendor);
    }

    /** A dialect with this property. */
    static SymptomMatcher dialect(Predicate<Dialect> property) {
        return symptom -> symptom.context().dialect().filter(property).isPresent();
    }

    /** At one of the two mints. */
    static SymptomMatcher minting() {
        return at(StepName.MINT_BARE).or(at(StepName.MINT_FULL));
    }

    static SymptomMatcher at(StepName step) {
        return symptom -> symptom.step() == step;
    }

    static SymptomMatcher host(Predicate<String> name) {
        return symptom -> name.test(symptom.context().host());
    }

    static SymptomMatcher status(int status) {
        return symptom -> symptom.status() == status;
    }

    /** 3 for redirects, 4 for what the caller did, 5 for what the vendor did. */
    static SymptomMatcher statusClass(int hundreds) {
        return symptom -> symptom.status() / 100 == hundreds;
    }

    static SymptomMatcher code(String pattern) {
        Pattern code = Pattern.compile(pattern);
        return symptom -> code.matcher(symptom.code()).matches();
    }

    /** By the one table of the vendors' failure codes. */
    static SymptomMatcher kind(FailureKind kind) {
        return symptom ->
                FailureCodes.kind(null, symptom.code()).filter(kind::equals).isPresent();
    }

    static SymptomMatcher param(String param) {
        return symptom -> symptom.param().equals(param);
    }

    /** Somewhere in the vendor's text, in any case. */
    static SymptomMatcher says(String pattern) {
        Pattern text = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        return symptom -> text.matcher(symptom.error().message()).find();
    }

    static SymptomMatcher location(String pattern) {
        Pattern location = Pattern.compile(pattern);
        return symptom -> location.matcher(symptom.location()).find();
    }

    static SymptomMatcher failure(Class<? extends MintFailure> kind) {
        return symptom -> symptom.failure().filter(kind::isInstance).isPresent();
    }

    static SymptomMatcher finding(DoctorFinding finding) {
        return symptom -> symptom.findings().contains(finding);
    }

    static SymptomMatcher credential(String kind) {
        return symptom -> symptom.context().credential().equals(kind);
    }
}
