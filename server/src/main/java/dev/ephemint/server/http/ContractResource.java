package dev.ephemint.server.http;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

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
import java.util.stream.Stream;

/** The contract itself, operations as OpenAPI and events as AsyncAPI, from which clients are generated. */
@Path("/")
@Access(Access.Rule.OPEN)
public final class ContractResource {

    /** Never changes, and to read and hash it takes longer than the rest of an application. */
    private static final Map<String, Content> DOCUMENTS = Stream.of("openapi", "openapi-3.0", "asyncapi")
            .flatMap(name -> Stream.of("yaml", "json").map(form -> Map.entry(name + "." + form, "application/" + form)))
            .collect(toUnmodifiableMap(
                    Map.Entry::getKey,
                    document -> Content.load(ContractJson.class, document.getKey(), document.getValue())));

    ContractResource() {}

    @GET
    @Path("{name: (openapi|openapi-3[.]0|asyncapi)[.](yaml|json)}")
    public Response document(@PathParam("name") String name, @Context Request request) {
        return requireNonNull(DOCUMENTS.get(name), name)
                .response(request)
                .cacheControl(CacheControl.valueOf("no-cache"))
                .build();
    }
}
