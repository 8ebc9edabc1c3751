package dev.ephemint.server.sandbox.fault;

import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.Optional;

/**
 * One response to every HTTP request.
 *
 * @param atOpenAi empty if OpenAI does not have the fault
 * @param atAzure empty if Azure does not have the fault
 */
record ResponseFault(Optional<VendorResponse> atOpenAi, Optional<VendorResponse> atAzure) implements Fault {

    static ResponseFault always(VendorResponse response) {
        return new ResponseFault(Optional.of(response), Optional.of(response));
    }

    static ResponseFault atOpenAi(VendorResponse response) {
        return new ResponseFault(Optional.of(response), Optional.empty());
    }

    ResponseFault andAtAzure(VendorResponse response) {
        return new ResponseFault(atOpenAi, Optional.of(response));
    }

    @Override
    public HttpEndpoint http(HttpEndpoint endpoint, FaultContext context) {
        Optional<VendorResponse> fixed = context.dialect().vendor() == VendorName.AZURE ? atAzure : atOpenAi;
        return fixed.<HttpEndpoint>map(response -> request -> response).orElse(endpoint);
    }
}
