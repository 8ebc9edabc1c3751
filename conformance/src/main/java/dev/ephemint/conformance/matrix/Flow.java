package dev.ephemint.conformance.matrix;

import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;

/** A way through a gateway: the shape that the caller speaks, and the interface of the vendor behind. */
record Flow(TargetDialect dialect, MintOperation operation) {

    boolean translates() {
        return operation != dialect.operation();
    }

    String shape() {
        return operation.isFlat() ? "flat" : "nested";
    }

    @Override
    public String toString() {
        return dialect.id() + "/" + shape();
    }
}
