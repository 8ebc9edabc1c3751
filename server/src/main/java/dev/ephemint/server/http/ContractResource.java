package dev.ephemint.server.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The contract itself, operations as OpenAPI and events as AsyncAPI, from which clients are generated. */
@Path("/")
public final class ContractResource {

    private final ContractDocument yaml = ContractDocument.load("openapi.yaml", "application/yaml");
    private final ContractDocument json = ContractDocument.load("openapi.json", "application/json");
    private final ContractDocument eventsYaml = ContractDocument.load("asyncapi.yaml", "application/yaml");
    private final ContractDocument eventsJson = ContractDocument.load("asyncapi.json", "application/json");

    ContractResource() {}

    @GET
    @Path("openapi.yaml")
    public Response yaml(@Context Request request) {
        return answer(yaml, request);
    }

    @GET
    @Path("openapi.json")
    public Response json(@Context Request request) {
        return answer(json, request);
    }

    @GET
    @Path("asyncapi.yaml")
    public Response eventsYaml(@Context Request request) {
        return answer(eventsYaml, request);
    }

    @GET
    @Path("asyncapi.json")
    public Response eventsJson(@Context Request request) {
        return answer(eventsJson, request);
    }

    private static Response answer(ContractDocument document, Request request) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(document.tag());
        Response.ResponseBuilder answer = unchanged == null ? whole(document) : unchanged;
        return answer.tag(document.tag())
                .cacheControl(CacheControl.valueOf("no-cache"))
                .build();
    }

    /** With its length, which HEAD would otherwise be told is none. */
    private static Response.ResponseBuilder whole(ContractDocument document) {
        return Response.ok(document.bytes(), document.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, document.bytes().length);
    }
}
