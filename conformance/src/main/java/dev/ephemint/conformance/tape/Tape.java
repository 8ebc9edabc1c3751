package dev.ephemint.conformance.tape;

import dev.ephemint.conformance.Dialect;
import dev.ephemint.conformance.Operation;

/** One mint exchange with a vendor, named {@code dialect/name}. */
public record Tape(String name, Provenance provenance, TapedRequest request, TapedResponse response) {

    public Dialect dialect() {
        return Dialect.of(name.substring(0, name.indexOf('/')));
    }

    public Operation operation() {
        return dialect().operation();
    }

    @Override
    public String toString() {
        return name;
    }
}
