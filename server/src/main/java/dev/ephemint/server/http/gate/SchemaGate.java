package dev.ephemint.server.http.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.Document;
import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.RequestRejectedException;
import dev.ephemint.server.schema.ContractSchema;
import dev.ephemint.server.schema.Violation;

/** Rejects what the contract's schema does not allow, with the vendors' error codes. */
record SchemaGate(ContractSchema schemas) {

    static SchemaGate ofContract() {
        return new SchemaGate(ContractSchema.of(Document.CONTRACT));
    }

    /** @throws RequestRejectedException naming the first member that violates the schema */
    void check(String schema, ObjectNode body) {
        schemas.validate(schema, body).stream().findFirst().ifPresent(violation -> {
            throw new RequestRejectedException(failure(violation));
        });
    }

    private static FailureResponse failure(Violation violation) {
        return FailureResponse.invalidRequest(400, violation.code(), violation.message())
                .withParam(violation.param());
    }
}
