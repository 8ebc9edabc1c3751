package dev.ephemint.server.http;

import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.http.content.Content;
import dev.ephemint.server.http.filter.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The contract itself, operations as OpenAPI and events as AsyncAPI, from which clients are generated. */
@Path("/")
@Access(Access.Rule.OPEN)
public final class ContractResource {

    /** Those that were asked for: to read and hash all of them would delay each start. */
    private static final Map<String, Content> DOCUMENTS = new ConcurrentHashMap<>();

    ContractResource() {}

    @GET
    @Path("{name: openapi|openapi-3[.]0|asyncapi}.{form: yaml|json}")
    public Response document(@PathParam("name") String name, @PathParam("form") String form, @Context Request request) {
        return DOCUMENTS
                .computeIfAbsent(
                        name + "." + form, file -> Content.load(ContractJson.class, file, "application/" + form))
                .response(request)
                .cacheControl(CacheControl.valueOf("no-cache"))
                .build();
    }
}
