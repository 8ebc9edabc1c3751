package dev.ephemint.server.http.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractSchema;
import dev.ephemint.contract.Document;
import dev.ephemint.contract.Violation;
import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.RequestRejectedException;

/** Refuses what the contract does not take, in the words that the vendors have for it. */
record SchemaGate(ContractSchema schemas) {

    static SchemaGate ofContract() {
        return new SchemaGate(ContractSchema.of(Document.CONTRACT));
    }

    /** @throws RequestRejectedException naming the first member that the schema refuses */
    void check(String schema, ObjectNode body) {
        schemas.validate(schema, body).stream().findFirst().ifPresent(violation -> {
            throw new RequestRejectedException(answer(violation));
        });
    }

    private static FailureResponse answer(Violation violation) {
        return FailureResponse.refusal(400, violation.code(), violation.message())
                .withParam(violation.param());
    }
}
