package dev.ephemint.server.http.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractSchema;
import dev.ephemint.contract.Document;
import dev.ephemint.contract.Violation;
import dev.ephemint.server.http.error.ErrorAnswer;
import dev.ephemint.server.http.error.RefusedException;

/** Refuses what the contract does not take, in the words that the vendors have for it. */
record SchemaGate(ContractSchema schemas) {

    static SchemaGate ofContract() {
        return new SchemaGate(ContractSchema.of(Document.CONTRACT));
    }

    /** @throws RefusedException naming the first member that the schema refuses */
    void check(String schema, ObjectNode body) {
        schemas.validate(schema, body).stream().findFirst().ifPresent(violation -> {
            throw new RefusedException(answer(violation));
        });
    }

    private static ErrorAnswer answer(Violation violation) {
        return ErrorAnswer.refusal(400, violation.code(), violation.message()).withParam(violation.param());
    }
}
