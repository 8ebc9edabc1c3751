package dev.ephemint.conformance.check;

import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.profile.Profile;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides by the profile whether a check applies. */
@FunctionalInterface
public interface Applicability {

    /** Empty if the check applies. */
    Optional<String> reasonAgainst(Profile profile);

    static Applicability always() {
        return profile -> Optional.empty();
    }

    static Applicability serves(MintOperation operation) {
        return unless("the profile has no endpoint for " + operation, profile -> profile.serves(operation));
    }

    static Applicability has(Feature feature) {
        return unless("the profile has no feature " + feature.word(), profile -> profile.has(feature));
    }

    static Applicability hasNot(Feature feature) {
        return unless("the profile has the feature " + feature.word(), profile -> !profile.has(feature));
    }

    /** The operation is the vendor's own, or is translated to it. */
    static Applicability carries(MintOperation operation) {
        return unless(
                "the vendor has no " + operation + ", and the profile has no feature translates",
                profile -> profile.dialect().operation() == operation || profile.has(Feature.TRANSLATES));
    }

    static Applicability dialect(TargetDialect dialect) {
        return unless("the dialect is not " + dialect.id(), profile -> profile.dialect() == dialect);
    }

    static Applicability sessionType(String type) {
        return unless("the profile has no session type " + type, profile -> profile.sessionTypes()
                .contains(type));
    }

    static Applicability unless(String reason, Predicate<Profile> applies) {
        return profile -> applies.test(profile) ? Optional.empty() : Optional.of(reason);
    }

    default Applicability and(Applicability other) {
        return profile -> reasonAgainst(profile).or(() -> other.reasonAgainst(profile));
    }
}
