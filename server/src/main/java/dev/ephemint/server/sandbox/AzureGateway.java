package dev.ephemint.server.sandbox;

import java.util.UUID;

/** Adds the headers of Azure's gateway: recorded on mints (2026-07-24) and on a refused handshake (2026-06-10). */
record AzureGateway(Vendor behind) implements Vendor {

    @Override
    public Answer answer(Inquiry inquiry) {
        return stamped(behind.answer(inquiry));
    }

    static Answer stamped(Answer answer) {
        return answer.with("apim-request-id", UUID.randomUUID().toString()).with("x-ms-region", "Sandbox");
    }
}
