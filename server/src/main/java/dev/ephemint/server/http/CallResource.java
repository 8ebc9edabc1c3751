package dev.ephemint.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.http.error.Headers;
import dev.ephemint.server.http.filter.Access;
import dev.ephemint.server.http.filter.CurrentRequest;
import dev.ephemint.server.http.gate.SdpOffer;
import dev.ephemint.server.mint.Calls;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The contract's calls: an offer and a sealed token in, the vendor's SDP out. */
@Path(CallResource.PATH)
@Access(Access.Rule.CALLER)
public final class CallResource {

    static final String PATH = "/realtime/calls";

    private final Calls calls;
    private final MintContexts contexts;

    CallResource(Calls calls, MintContexts contexts) {
        this.calls = calls;
        this.contexts = contexts;
    }

    @POST
    @Consumes(SdpOffer.MEDIA_TYPE)
    @Produces(SdpOffer.MEDIA_TYPE)
    public Response createCall(SdpOffer offer) {
        MintRequest request = MintRequest.of(JsonNodeFactory.instance.objectNode())
                .withContext(contexts.of(CurrentRequest.get(), Operation.CALLS, null));
        Calls.Opened call = calls.open(request, offer.text());
        return Response.status(Response.Status.CREATED)
                .entity(call)
                .header(
                        HttpHeaders.LOCATION,
                        call.id().map(id -> Operation.CALLS.path() + "/" + id).orElse(null))
                .header(Headers.UPSTREAM_REQUEST_ID, call.requestId().orElse(null))
                .build();
    }
}
