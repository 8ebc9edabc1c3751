package dev.ephemint.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.Headers;
import dev.ephemint.server.http.error.RequestRejectedException;
import dev.ephemint.server.http.filter.Access;
import dev.ephemint.server.http.filter.CurrentRequest;
import dev.ephemint.server.http.gate.SdpOffer;
import dev.ephemint.server.mint.Calls;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The contract's calls: an offer and a sealed token in, the vendor's SDP out; and the end of a call. */
@Path(CallResource.PATH)
@Access(Access.Rule.CALLER)
public final class CallResource {

    static final String PATH = "/realtime/calls";

    /** The same for another caller's call: its id says nothing to this one. */
    private static final FailureResponse UNKNOWN = FailureResponse.invalidRequest(
                    404, "call_not_found", "This service opened no such call for this caller, or it was too long ago.")
            .withParam("call_id");

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

    @POST
    @Path("{call_id}/hangup")
    public Response hangUpCall(@PathParam("call_id") String id) {
        Calls.Ended ended = calls.end(contexts.of(CurrentRequest.get(), Operation.HANGUP, null), id)
                .orElseThrow(() -> new RequestRejectedException(UNKNOWN));
        return Response.ok()
                .header(Headers.UPSTREAM_REQUEST_ID, ended.requestId().orElse(null))
                .build();
    }
}
