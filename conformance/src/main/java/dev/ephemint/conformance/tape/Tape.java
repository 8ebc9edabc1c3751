package dev.ephemint.conformance.tape;

import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;

/** One mint exchange with a vendor, named {@code dialect/name}. */
public record Tape(String name, Provenance provenance, TapedRequest request, TapedResponse response) {

    public TargetDialect dialect() {
        return TargetDialect.of(name.substring(0, name.indexOf('/')));
    }

    public MintOperation operation() {
        return dialect().operation();
    }

    @Override
    public String toString() {
        return name;
    }
}
