package dev.ephemint.server.http;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.ephemint.server.http.filter.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Stream;

/** The contract itself, operations as OpenAPI and events as AsyncAPI, from which clients are generated. */
@Path("/")
@Access(Access.Rule.OPEN)
public final class ContractResource {

    private final Map<String, ContractDocument> documents = Stream.of("openapi", "openapi-3.0", "asyncapi")
            .flatMap(name -> Stream.of(
                    ContractDocument.load(name + ".yaml", "application/yaml"),
                    ContractDocument.load(name + ".json", "application/json")))
            .collect(toUnmodifiableMap(ContractDocument::name, document -> document));

    ContractResource() {}

    @GET
    @Path("{name: (openapi|openapi-3[.]0|asyncapi)[.](yaml|json)}")
    public Response document(@PathParam("name") String name, @Context Request request) {
        ContractDocument document = requireNonNull(documents.get(name), name);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(document.tag());
        Response.ResponseBuilder response = unchanged == null ? whole(document) : unchanged;
        return response.tag(document.tag())
                .cacheControl(CacheControl.valueOf("no-cache"))
                .build();
    }

    /** With its length, which HEAD would otherwise report as 0. */
    private static Response.ResponseBuilder whole(ContractDocument document) {
        return Response.ok(document.bytes(), document.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, document.bytes().length);
    }
}
