package dev.ephemint.server.doctor;

import dev.ephemint.contract.FailureCodes;
import dev.ephemint.contract.FailureKind;
import dev.ephemint.server.mint.MintFailure;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How something is recognised. */
@FunctionalInterface
interface Sign {

    boolean in(Symptom symptom);

    default Sign and(Sign other) {
        return symptom -> in(symptom) && other.in(symptom);
    }

    default Sign or(Sign other) {
        return symptom -> in(symptom) || other.in(symptom);
    }

    static Sign azure() {
        return symptom -> symptom.scene().isAzure();
    }

    static Sign openAi() {
        return symptom -> !symptom.scene().isAzure();
    }

    static Sign dialect(String name) {
        return symptom -> symptom.scene().dialect().equals(name);
    }

    /** At one of the two mints. */
    static Sign minting() {
        return at(StepName.MINT_BARE).or(at(StepName.MINT_FULL));
    }

    static Sign at(StepName step) {
        return symptom -> symptom.step() == step;
    }

    static Sign host(Predicate<String> name) {
        return symptom -> name.test(symptom.scene().host());
    }

    static Sign status(int status) {
        return symptom -> symptom.status() == status;
    }

    /** 3 for redirects, 4 for what the caller did, 5 for what the vendor did. */
    static Sign statusClass(int hundreds) {
        return symptom -> symptom.status() / 100 == hundreds;
    }

    static Sign code(String pattern) {
        Pattern code = Pattern.compile(pattern);
        return symptom -> code.matcher(symptom.code()).matches();
    }

    /** By the one table of the vendors' failure codes. */
    static Sign kind(FailureKind kind) {
        return symptom ->
                FailureCodes.kind(null, symptom.code()).filter(kind::equals).isPresent();
    }

    static Sign param(String param) {
        return symptom -> symptom.param().equals(param);
    }

    /** Somewhere in the vendor's text, in whatever case. */
    static Sign says(String pattern) {
        Pattern text = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        return symptom -> text.matcher(symptom.error().message()).find();
    }

    static Sign location(String pattern) {
        Pattern location = Pattern.compile(pattern);
        return symptom -> location.matcher(symptom.location()).find();
    }

    static Sign failure(Class<? extends MintFailure> kind) {
        return symptom -> symptom.failure().filter(kind::isInstance).isPresent();
    }

    static Sign mark(Mark mark) {
        return symptom -> symptom.marks().contains(mark);
    }

    static Sign credential(String kind) {
        return symptom -> symptom.scene().credential().equals(kind);
    }
}
