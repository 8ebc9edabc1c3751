package dev.ephemint.conformance.truth;

import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.matrix.Leg;
import java.util.Set;

/**
 * What the contract makes of a member.
 *
 * @param accepts its JSON types in the contract
 * @param lacks the dialects whose vendor does not have it
 * @param note why, if sources differ; may be empty
 */
record Ruling(
        MintOperation operation, Leg side, String member, Set<String> accepts, Set<TargetDialect> lacks, String note) {

    Ruling {
        accepts = Set.copyOf(accepts);
        lacks = Set.copyOf(lacks);
    }

    @Override
    public String toString() {
        return (operation.isFlat() ? "flat " : "nested ") + side + " " + member;
    }
}
